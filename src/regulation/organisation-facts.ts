import type { OrganisationFacts } from './register-facts.ts'

const forms = {
  МОУ: 'Муниципальное общеобразовательное учреждение',
  МБОУ: 'Муниципальное бюджетное общеобразовательное учреждение',
} as const

/** A secondary school by its own name: «Оредежская» is «МОУ «Оредежская СОШ»». */
export const secondarySchool = (
  form: keyof typeof forms,
  [key, name, settlement]: readonly [key: string, name: string, settlement: string],
  more: Partial<OrganisationFacts>,
): OrganisationFacts => ({
  key,
  kind: 'school',
  name: `${forms[form]} «${name} средняя общеобразовательная школа»`,
  shortName: `${form} «${name} СОШ»`,
  documentName: `${form} «${name} средняя общеобразовательная школа»`,
  settlement,
  ...more,
})

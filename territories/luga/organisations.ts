import { secondarySchool } from '../../src/regulation/organisation-facts.ts'
import type { OrganisationFacts } from '../../src/regulation/register-facts.ts'

const weak = { kind: 'lowResults', from: '2021-01-28', to: null, ground: 'Приказ от 28.01.2021 № 33, приложение 2' } as const

const partner = (...names: [key: string, name: string, settlement: string]): OrganisationFacts =>
  secondarySchool('МОУ', names, { supportNeed: weak })

const site = (key: string, number: string, named = ''): OrganisationFacts => ({
  key,
  kind: 'school',
  name: `Муниципальное общеобразовательное учреждение «Средняя общеобразовательная школа ${number}${named}»`,
  shortName: `МОУ «СОШ ${number}»`,
  documentName: `МОУ «Средняя общеобразовательная школа ${number}${named}»`,
  settlement: 'г. Луга',
})

/** Organisations of order № 33 and its appendices. */
export const organisations: readonly OrganisationFacts[] = [
  {
    key: 'committee',
    kind: 'authority',
    name: 'Комитет образования администрации Лужского муниципального района',
    shortName: 'Комитет образования',
    settlement: 'г. Луга',
    isAuthority: true,
  },
  {
    key: 'centre',
    kind: 'methodicalCentre',
    name: 'Муниципальное казённое учреждение «Лужский информационно-методический центр»',
    shortName: 'МКУ «Лужский ИМЦ»',
    documentName: 'МКУ «Лужский информационно-методический центр»',
    settlement: 'г. Луга',
    isOperator: true,
  },
  site('school3', '№ 3'),
  site('school4', '№ 4'),
  site('school6', '№ 6', ' им. Героя Советского Союза В.П. Грицкова'),
  partner('oredezh', 'Оредежская', 'пос. Оредеж'),
  partner('osmino', 'Осьминская', 'пос. Осьмино'),
  partner('toroshkovichi', 'Торошковская', 'дер. Торошковичи'),
  partner('zaklinye', 'Заклинская', 'дер. Заклинье'),
  partner('serebryansky', 'Серебрянская', 'пос. Серебрянский'),
  partner('volodarskoye', 'Володарская', 'пос. Володарское'),
  partner('yamTesovo', 'Ям-Тесовская', 'дер. Ям-Тесово'),
]

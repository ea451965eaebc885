import { planFateChoices } from '../../../kit/order/plan-fates.ts'
import { type FormState, valueOf } from '../../../ui/form-state.ts'
import { Radios } from '../../../ui/radios.tsx'
import { type Choice, SelectField } from '../../../ui/select-field.tsx'

type Fields = { form: FormState; name: string; sites: readonly Choice[] }

/** The case a change decides travels with the draft; people choose it on the page of the case. */
export function CaseField({ form, name }: Fields) {
  const id = valueOf(form, `${name}.caseId`)
  return id === '' ? null : <input type="hidden" name={`${name}.caseId`} value={id} />
}

/** What becomes of schools and plan when a status ends. */
export function AftermathFields({ form, name, sites }: Fields) {
  return (
    <>
      <SelectField
        form={form}
        name={`${name}.attachTo`}
        label="Куда перейдут закреплённые школы"
        empty="Открепятся"
        choices={sites}
      />
      <Radios
        form={form}
        name={`${name}.plan`}
        label="Что станет с мероприятиями плана после этого дня"
        initial="keep"
        choices={planFateChoices}
      />
    </>
  )
}

import { type FormState, TextArea, TextField } from '../../../ui/fields.ts'

type DecisionFieldsProps = { form: FormState | null; isMeeting: boolean; hint: string }

/** What is written of a decision: a remark, and of a meeting what its protocol says. */
export function DecisionFields({ form, isMeeting, hint }: DecisionFieldsProps) {
  return (
    <>
      {isMeeting && (
        <div class="pl-fieldrow">
          <TextField form={form} name="protocol" label="Протокол: номер и дата" />
          <TextField form={form} name="present" label="Сколько членов присутствовало" width={5} inputMode="numeric" />
          <TextField form={form} name="inFavour" label="Сколько из них за" width={5} inputMode="numeric" />
        </div>
      )}
      <TextArea form={form} name="remark" label="Замечание" hint={hint} rows={3} />
    </>
  )
}

import { PeriodField } from '../../../ui/date-field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'

export type ContractValues = Readonly<Record<'number' | 'subject' | 'terms' | 'startsOn' | 'endsOn', string>>

/** The fields of a contract. */
export function ContractFields({ form, initial }: { form: FormState | null; initial: ContractValues }) {
  return (
    <>
      <TextField
        form={form}
        name="number"
        label="Номер договора"
        hint="Номер из журнала оператора; нужен, чтобы отправить на подпись"
        initial={initial.number}
        width={10}
      />
      <TextArea form={form} name="subject" label="О чём договор" initial={initial.subject} rows={2} />
      <TextArea form={form} name="terms" label="Что делают стороны" initial={initial.terms} rows={10} />
      <PeriodField
        form={form}
        label="Срок договора"
        hint="Внутри срока статуса; оба дня включительно"
        from="startsOn"
        to="endsOn"
        initialFrom={initial.startsOn}
        initialTo={initial.endsOn}
      />
    </>
  )
}

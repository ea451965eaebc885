import type { Option } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { type FormState, SelectField } from '../../../ui/fields.ts'
import { Sheet, Stack } from '../../../ui/frame.ts'
import { officeFields, officialFields, operatorFields, territoryFields } from '../forms.ts'
import { paths } from '../paths.ts'

const begins = {
  level: 'municipal',
  timeZone: 'Europe/Moscow',
  actKind: 'order',
  numberForm: 'N',
  enactingWord: 'приказываю:',
  signs: 'yes',
}

const sheets = [
  ['Территория', territoryFields],
  ['Орган управления образованием', officeFields],
  ['Оператор сети', operatorFields],
  ['Первое должностное лицо', officialFields],
] as const

/** Everything that a territory needs to begin, on one page. */
export function NewTerritoryPage({ form, regulations }: { form: FormState | null; regulations: readonly Option[] }) {
  return (
    <FormPage
      title="Новая территория"
      more="Она начнёт работать сразу. Положение её люди напишут сами, подписанный документ введёт его в действие."
      outcome="Территория не создана"
      form={form}
      action={paths.newTerritory({})}
      button="Создать территорию"
      leave={{ href: paths.installation({}), label: 'Не создавать' }}
      way={[{ href: paths.installation({}), label: 'Территории установки' }]}
      sheets
    >
      <Stack>
        {sheets.map(([title, of]) => (
          <Sheet title={title}>
            <FormFields of={of} form={form} begins={begins} />
          </Sheet>
        ))}
        <Sheet title="Положение">
          <SelectField
            form={form}
            name="regulation"
            label="С чего начать"
            hint="Копия — проект: правьте его как угодно, Положение другой территории не изменится"
            initial="empty"
            choices={regulations}
          />
        </Sheet>
      </Stack>
    </FormPage>
  )
}

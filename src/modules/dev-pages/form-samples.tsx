import { Clause } from '../../ui/content.ts'
import {
  Checkbox,
  Checkboxes,
  DateField,
  DraftState,
  FileField,
  Form,
  type FormState,
  PeriodField,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Columns, Conflict, ErrorSummary, Stack, SubmitButton } from '../../ui/frame.ts'
import { PeopleButtons } from '../../ui/people-buttons.tsx'
import { Sample } from './sample.tsx'

const themes = ['Функциональная грамотность', 'Наставничество', 'Образовательная среда']

const wrong: FormState = {
  values: {
    'wrong.mail': 'zaozernaya-school@',
    'wrong.note': 'Стажёр неделю работает рядом с учителями.',
    'wrong.until': '01.09.2027',
    'wrong.from': '01.09.2022',
    'wrong.to': '31.06.2023',
    'wrong.theme': '',
    'wrong.head': '',
    'wrong.schools[]': [],
    'wrong.read': '',
  },
  errors: [
    { field: 'wrong.mail', message: 'Допишите адрес: не хватает части после @, например shkola@primer.ru' },
    { field: 'wrong.note', message: 'Напишите, чему научится стажёр: сейчас сказано только, где он работает' },
    { field: 'wrong.until', message: 'Поставьте дату не позже 30.09.2025: 2027 год — это пять лет' },
    { field: 'wrong.to', message: 'Конец срока: в июне 30 дней' },
    { field: 'wrong.theme', message: 'Выберите направление' },
    { field: 'wrong.head', message: 'Выберите одного человека' },
    { field: 'wrong.schools', message: 'Отметьте хотя бы одну школу' },
    { field: 'wrong.file', message: 'Файл «Программа.rar» — архив. Приложите .docx или .pdf' },
    { field: 'wrong.read', message: 'Отметьте, что изменения прочитаны' },
  ],
}

const heads = [
  { value: 'k', label: 'Карпова Анна Викторовна, директор' },
  { value: 'e', label: 'Егоров Денис Ильич, заместитель директора', hint: 'Первая категория до 14.03.2026' },
]
const schools = [
  { value: 'o', label: 'Оредежская СОШ', more: '4 пары' },
  { value: 't', label: 'Торошковская СОШ', more: '1 пара' },
]

/** The same questions asked for the first time and asked again. */
export function Fields({ prefix, form }: { prefix: string; form: FormState | null }) {
  return (
    <>
      <TextField
        form={form}
        name={`${prefix}.mail`}
        label="Электронная почта организации"
        type="email"
        width={20}
        autoComplete="email"
      />
      <TextArea
        form={form}
        name={`${prefix}.note`}
        label="Чему научится стажёр"
        hint="Два-три предложения, их увидят все"
        rows={3}
      />
      <DateField
        form={form}
        name={`${prefix}.until`}
        label="Статус нужен до"
        hint={
          <>
            Например, 31.08.2025. Не дольше трёх лет, <Clause number="3.2" href="#clause-3-2" of="Положения" />
          </>
        }
      />
      <PeriodField form={form} label="Срок закрепления" from={`${prefix}.from`} to={`${prefix}.to`} />
      <SelectField
        form={form}
        name={`${prefix}.theme`}
        label="Направление"
        empty="Выберите"
        choices={themes.map((theme) => ({ value: theme, label: theme }))}
      />
      <Radios
        form={form}
        name={`${prefix}.head`}
        label="Кто возглавит площадку"
        hint="Руководитель организации или его заместитель"
        choices={heads}
      />
      <Checkboxes form={form} name={`${prefix}.schools[]`} label="Закреплённые школы" choices={schools} />
      <FileField
        form={form}
        name={`${prefix}.file`}
        label="Программа площадки"
        hint=".docx или .pdf, до 20 МБ"
        accept=".docx,.pdf"
      />
      <Checkbox form={form} name={`${prefix}.read`} label="Изменения прочитаны" />
      <ButtonGroup>
        <SubmitButton>Сохранить и продолжить</SubmitButton>
        <SubmitButton kind="secondary" name="then" value="draft">
          Сохранить черновик
        </SubmitButton>
        <SubmitButton kind="warning" name="then" value="drop">
          Удалить проект
        </SubmitButton>
        <ButtonLink href="#main" kind="secondary" small>
          Отложить
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

const people = [
  { value: '1', name: 'Красий С. В.', post: 'председатель комитета, Лужский район', errand: 'Подписать приказ' },
  { value: '2', name: 'Ветрова Мария Олеговна', post: 'наставник, учитель математики', errand: 'Провести открытый урок' },
  { value: '3', name: 'Щеникова М. В.', post: 'старший методист, Усть-Ишимский район' },
]

export function FormSamples() {
  return (
    <>
      <Sample name="Поля формы">
        <Columns kind="half">
          <Stack>
            <Form action="#main" guard files version={3} label="Новая заявка">
              <Fields prefix="fresh" form={null} />
            </Form>
          </Stack>
          <Stack>
            <ErrorSummary outcome="Заявка не сохранена" form={wrong} />
            <Form action="#main" guard files label="Заявка с ошибками">
              <Fields prefix="wrong" form={wrong} />
            </Form>
          </Stack>
        </Columns>
      </Sample>
      <Sample name="Черновик хранится сам">
        <Form action="#main" autosave="#draft" label="Черновик">
          <TextField name="conclusion" label="Выводы" initial="Учителя трёх школ ведут уроки по общей карте" />
          <p class="govuk-body pl-small pl-quiet">
            <DraftState text="Черновик сохранён в 14:32" />
          </p>
        </Form>
      </Sample>
      <Sample name="Двое правили сразу">
        <Conflict
          what="план изменила Наумова Т. Я. 15 апреля 2022 г., 14:32"
          fields={[
            {
              label: 'Мероприятие 16',
              yours: 'Алгебра, 8 класс: задачи на проценты',
              theirs: 'Алгебра, 8 класс: задачи на движение',
            },
            { label: 'Форма работы', yours: 'Открытый урок', theirs: 'Открытый урок' },
            { label: 'Причина', yours: '', theirs: 'Карантин в 8 классе' },
          ]}
        />
      </Sample>
      <Sample name="Люди для знакомства">
        <PeopleButtons action="#main" name="person" people={people} />
      </Sample>
    </>
  )
}

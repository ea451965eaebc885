import type { Ctx } from '../../../authz/ctx.ts'
import type { OrderChoices } from '../../../kit/order/effect-props.ts'
import { NameField, Suggestions } from '../../../kit/order/name-fields.tsx'
import { act } from '../../../regulation/acts.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import {
  Checkbox,
  type Choice,
  Form,
  type FormState,
  Radios,
  SelectField,
  TextArea,
  TextField,
  valueOf,
  valuesOf,
} from '../../../ui/fields.ts'
import { rowsIn } from '../../../ui/form-rows.ts'
import {
  Breadcrumbs,
  Columns,
  Conflict,
  ErrorSummary,
  FirstButton,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
} from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { appendixKinds } from '../effects/kits.ts'
import { toOrders } from '../links.ts'
import type { FullOrder } from '../model.ts'
import { numberPoints } from '../rules.ts'
import type { ByHand } from '../wording.ts'
import { EditPoint, withValues } from './edit-point.tsx'

type EditPageProps = {
  ctx: Ctx
  full: FullOrder
  form: FormState
  regulation: Regulation | null
  choices: OrderChoices
  /** The points as they are stored, beside the texts their changes make; none while something else is typed. */
  byHand: readonly (ByHand | null)[]
  /** Who saved meanwhile, and the fields as they are stored now. */
  conflict: { readonly person: string; readonly theirs: FormState['values'] } | null
}

/** The whole draft in one form. Buttons that change rows send it and save nothing. */
export function EditPage(props: EditPageProps) {
  const { ctx, full, form, choices, conflict } = props
  const at = { territory: ctx.territory.code, order: full.order.id }
  const words = act(full.order)
  return (
    <>
      <Breadcrumbs links={[toOrders(ctx), { href: paths.order(at), label: full.order.title || `Черновик ${words.genitive}` }]} />
      <ErrorSummary outcome={`${act(full.order).title} не ${words.agreed('сохранён')}`} form={form} />
      {conflict && (
        <Conflict
          what={`${words.nominative} сохранил другой человек: ${conflict.person}`}
          fields={differing(full, form.values, conflict.theirs)}
        />
      )}
      <PageHead title={`Правка ${words.genitive}`} more="Номера пунктов ставятся сами. Кнопки у пунктов ничего не сохраняют." />
      <Form action={paths.editOrder(at)} guard>
        <FirstButton intent="save">Сохранить черновик</FirstButton>
        <input type="hidden" name="base" value={conflict ? full.order.version : valueOf(form, 'base')} />
        <Suggestions {...choices} />
        <Stack>
          <Head {...props} />
          <Points {...props} />
          <Appendices {...props} />
          <Dock text="Черновик может быть неполным: чего не хватает, покажет следующая страница.">
            <SubmitButton name="intent" value="view">
              Сохранить и посмотреть
            </SubmitButton>
            <SubmitButton name="intent" value="save" kind="secondary">
              Сохранить черновик
            </SubmitButton>
          </Dock>
        </Stack>
      </Form>
    </>
  )
}

const about = ({ order }: FullOrder) => `О чём ${act(order).nominative}`

/** The office's own word before the points is written by the program. */
const enacting = ({ order: { enactingWord } }: FullOrder) =>
  `Слово «${enactingWord.toLowerCase().replace(/:$/, '')}» допишется само`

function Head({ form, choices, full }: EditPageProps) {
  return (
    <Sheet>
      <Columns kind="form">
        <div>
          <TextField
            form={form}
            name="title"
            label={about(full)}
            hint="Заголовок, например «Об утверждении стажировочных площадок»"
          />
          <TextArea form={form} name="preamble" label="Преамбула" hint={enacting(full)} rows={4} />
          <SelectField
            form={form}
            name="signatoryId"
            label="Подписывает"
            empty="Выберите"
            choices={choices.signatories.map(({ id, label }) => ({ value: id, label }))}
          />
          <NameField
            form={form}
            name="controllerName"
            label="Контроль за исполнением"
            hint="Пусто — контроль остаётся за подписывающим"
            list="people"
          />
        </div>
        <div>
          <Radios
            form={form}
            name="acquaintance"
            label="Кого ознакомить"
            choices={[
              { value: 'assignees', label: 'Исполнителей и руководителей названных организаций' },
              { value: 'allHeads', label: 'Руководителей всех организаций' },
            ]}
          />
          <Checkbox form={form} name="publishOnSigning" label="Разместить на сайте для всех сразу после подписания" />
        </div>
      </Columns>
    </Sheet>
  )
}

const rowsOf = (form: FormState) => rowsIn(withValues(form), 'points')

function Points({ full, form, choices, regulation, byHand }: EditPageProps) {
  const rows = rowsOf(form)
  const numbers = numberPoints(rows.map((row) => ({ level: Number(row.level ?? 1) || 1 })))
  const sites = [...openedIn(full, form, numbers, choices), ...choices.sites.map(({ id, label }) => ({ value: id, label }))]
  return (
    <>
      {rows.map((_, index) => (
        <EditPoint
          form={form}
          kind={full.order.kind}
          index={index}
          number={numbers[index]!}
          count={rows.length}
          regulation={regulation}
          choices={choices}
          sites={sites}
          byHand={byHand[index] ?? null}
        />
      ))}
      <div class="govuk-button-group" id="f-points">
        <SubmitButton kind="secondary" name="change" value="point:add">
          Добавить пункт в конец
        </SubmitButton>
      </div>
    </>
  )
}

/** Sites that points of this very order open, so that other points can attach schools to them. */
function openedIn(full: FullOrder, form: FormState, numbers: readonly string[], choices: OrderChoices): Choice[] {
  return rowsOf(form).flatMap((row, index) =>
    rowsIn(row, 'effects').flatMap((effect, at): Choice[] => {
      if (effect.kind !== 'grantStatus') return []
      const name = `points.${index}.effects.${at}`
      const chosen = valuesOf(form, `${name}.organisationIds[]`).map(
        (id) => choices.organisations.find((one) => one.id === id)?.label,
      )
      const typed = Object.entries(effect).flatMap(([key, value]) =>
        key.startsWith('organisationNames.') ? [String(value)] : [],
      )
      const names = [...chosen, ...typed].filter((one) => one).join(', ')
      return [
        {
          value: String(effect.siteId ?? ''),
          label: names || 'без названия',
          group: `Открывает ${act(full.order).agreed('этот')} ${act(full.order).nominative}, п. ${numbers[index]}`,
        },
      ]
    }),
  )
}

const contentName = (content: string) => appendixKinds().find((one) => one.content === content)?.name ?? ''

function Appendices({ form }: EditPageProps) {
  const rows = rowsIn(withValues(form), 'appendices')
  return (
    <Sheet title="Приложения">
      <p class="govuk-body">Строки приложений составляются сами из того, что меняют пункты.</p>
      {rows.map((row, index) => {
        const name = `appendices.${index}`
        return (
          <>
            <input type="hidden" name={`${name}.content`} value={String(row.content ?? '')} />
            {valuesOf(form, `${name}.columns[]`).map((caption) => (
              <input type="hidden" name={`${name}.columns[]`} value={caption} />
            ))}
            <TextField
              form={form}
              name={`${name}.title`}
              label={`Приложение ${index + 1}: заголовок`}
              hint={contentName(String(row.content ?? ''))}
            />
            <SubmitButton kind="secondary" small name="change" value={`appendix:remove:${index}`}>
              {`Убрать приложение ${index + 1}`}
            </SubmitButton>
          </>
        )
      })}
      {rows.length > 0 && <div class="pl-gap" />}
      <SelectField
        form={form}
        name="newAppendix"
        label="Ещё приложение"
        empty="Выберите, что в нём"
        choices={appendixKinds().map(({ content, name }) => ({ value: content, label: name }))}
      />
      <SubmitButton kind="secondary" small name="change" value="appendix:add">
        Добавить приложение
      </SubmitButton>
    </Sheet>
  )
}

type Values = FormState['values']

/** Both versions as text, to be compared by eye. */
function differing(full: FullOrder, yours: Values, theirs: Values) {
  const of = (values: Values, name: string) => String(values[name] ?? '')
  return [
    { label: about(full), yours: of(yours, 'title'), theirs: of(theirs, 'title') },
    { label: 'Преамбула', yours: of(yours, 'preamble'), theirs: of(theirs, 'preamble') },
    { label: 'Пункты', yours: pointsText(yours), theirs: pointsText(theirs) },
  ]
}

function pointsText(values: Values): string {
  const rows = rowsIn(values, 'points')
  const numbers = numberPoints(rows.map((row) => ({ level: Number(row.level ?? 1) || 1 })))
  return rows
    .map((row, index) =>
      [`${numbers[index]}. ${row.text ?? ''}`, row.dueOn ? `срок ${row.dueOn}` : ''].filter((part) => part).join(', '),
    )
    .join('\n')
}

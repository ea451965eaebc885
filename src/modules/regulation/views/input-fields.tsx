import { clauseOf } from '../../../regulation/cite.ts'
import { walk } from '../../../regulation/clauses.ts'
import { captionOf, formNames, valueName } from '../../../regulation/editor/captions.ts'
import { textOfBody } from '../../../regulation/editor/clause-text.ts'
import { type Input, isHidden, type Parts } from '../../../regulation/editor/inputs.ts'
import { firstText, listName } from '../../../regulation/editor/proposed.ts'
import { clausesIn, haveToBeWritten, rowSaysNothing } from '../../../regulation/editor/typed.ts'
import { choicesOf } from '../../../regulation/named.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { wordForms } from '../../../regulation/words.ts'
import { nb } from '../../../ui/content.ts'
import {
  Checkboxes,
  DateField,
  type FormState,
  fieldId,
  Radios,
  SelectField,
  TextArea,
  TextField,
  valueOf,
} from '../../../ui/fields.ts'
import { rowsIn } from '../../../ui/form-rows.ts'
import { SubmitButton } from '../../../ui/frame.ts'
import { nestedOf } from '../deeds/write-page.ts'

type Given = {
  readonly name: string
  /** Of its caption. */
  readonly path: string
  readonly form: FormState
  readonly regulation: Regulation
  /** Rows may be given as lines: the form has a button that cuts them. */
  readonly lists?: boolean
  /** A choice may be the whole of a row: it is asked so that it can be taken back. */
  readonly alone?: boolean
}

/** The fields of a rule, or of a part of one: which they are follows from the schema. */
export function InputFields({ input, ...given }: Given & { input: Input }) {
  const { name, path, form, regulation } = given
  if (input.as === 'clauses') return <Clauses {...given} />
  if (input.as === 'group' && !path.includes('.')) return <PartFields {...given} parts={input.of} />
  if (input.as === 'shapes') return <Shapes {...given} input={input} />
  const label = captionOf(path)
  const common = { form, name, label }
  switch (input.as) {
    case 'text':
      return <TextField {...common} hint={input.optional ? 'Можно оставить пустым' : undefined} />
    case 'number':
      return <TextField {...common} width={5} inputMode="numeric" />
    case 'day':
      return <DateField {...common} />
    case 'monthDay':
      return <TextField {...common} width={20} hint="Например, 15 июня. Пусто — день не назван" />
    case 'yesNo':
      return input.only ? (
        <Only {...common} value="yes" said="да" />
      ) : (
        <Radios
          {...common}
          inline
          choices={[
            { value: 'yes', label: 'Да' },
            { value: 'no', label: 'Нет' },
          ]}
        />
      )
    case 'one':
      if (input.of.length === 1 && input.of[0] !== undefined)
        return <Only {...common} value={input.of[0]} said={valueName(path, input.of[0])} />
      return <OneOf {...common} path={path} of={input.of} alone={given.alone} />
    case 'party':
      return (
        <SelectField {...common} choices={[...choicesOf(regulation, input.of)]} empty={input.optional ? 'Нет' : 'Выберите'} />
      )
    case 'parties':
      return (
        <Checkboxes
          {...common}
          name={`${name}[]`}
          hint={input.optional ? anyFits : input.of === 'party' ? 'Ни с кем — ничего не отмечайте' : undefined}
          choices={[...choicesOf(regulation, input.of)]}
        />
      )
    case 'several':
      return (
        <Checkboxes
          {...common}
          name={`${name}[]`}
          hint={input.optional ? anyFits : undefined}
          choices={input.of.map((value) => ({ value, label: valueName(path, value) }))}
        />
      )
    case 'lines':
      return <TextArea {...common} rows={5} hint="Каждый пункт — с новой строки" />
    case 'numbers':
      return <TextField {...common} width={20} hint="Числа через запятую" />
    case 'words':
      return <Words {...given} label={label} />
    case 'group':
      return (
        <fieldset class="govuk-fieldset pl-gap">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{nb(label)}</legend>
          {input.optional && <p class="govuk-hint">Можно оставить пустым</p>}
          <PartFields {...given} parts={input.of} />
        </fieldset>
      )
    case 'rows':
      return <Rows {...given} regulation={regulation} label={label} parts={input.of} />
  }
}

/** There is one answer: it is told, not asked. */
const Only = ({ name, label, value, said }: { name: string; label: string; value: string; said: string }) => (
  <p>
    <input type="hidden" name={name} value={value} />
    <span class="pl-quiet">{nb(`${label}: `)}</span>
    {nb(said)}
  </p>
)

/** Fills what the person has left empty, and shows it to be corrected. */
export const ProposeButton = () => (
  <SubmitButton kind="secondary" name="change" value="propose">
    Дополнить пустое
  </SubmitButton>
)

/** The fields of the parts of a rule. */
export function PartFields({ parts, name, path, ...given }: Given & { parts: Parts }) {
  return (
    <>
      {Object.entries(parts).map(([part, input]) =>
        isHidden(part) && input.as === 'text' ? (
          <input type="hidden" name={`${name}.${part}`} value={valueOf(given.form, `${name}.${part}`)} />
        ) : (
          <InputFields input={input} name={`${name}.${part}`} path={`${path}.${part}`} {...given} />
        ),
      )}
    </>
  )
}

const anyFits = 'Ничего не отмечено — подходит любой'

const fewChoices = 4
type OneOfProps = Pick<Given, 'form' | 'name' | 'path'> & {
  label: string
  of: readonly string[]
  none?: string | undefined
  alone?: boolean | undefined
}
function OneOf({ of, path, none, alone, ...field }: OneOfProps) {
  const said = of.map((value) => ({ value, label: valueName(path, value) }))
  const choices = none === undefined ? said : [{ value: '', label: none }, ...said]
  return of.length <= fewChoices && !alone ? (
    <Radios {...field} choices={choices} />
  ) : (
    <SelectField {...field} choices={choices} empty="Выберите" />
  )
}

/** Forms of a word, with the question each answers. */
function Words({ form, name, label }: Given & { label: string }) {
  return (
    <fieldset class="govuk-fieldset pl-gap">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{nb(label)}</legend>
      <div class="pl-fieldrow">
        {wordForms.map((one) => (
          <TextField form={form} name={`${name}.${one}`} label={formNames[one]} />
        ))}
      </div>
    </fieldset>
  )
}

/** A rule that is said in one of several ways; the fields of a way that was not chosen are left alone. */
function Shapes({ input, name, path, form, regulation, lists }: Given & { input: Extract<Input, { as: 'shapes' }> }) {
  const shapes = Object.entries(input.of)
  return (
    <div class="pl-shapes">
      <OneOf
        form={form}
        name={`${name}.${input.by}`}
        label={captionOf(`${path}.${input.by}`)}
        path={`${path}.${input.by}`}
        of={Object.keys(input.of)}
        none={input.optional ? 'не назван' : undefined}
      />
      {shapes.map(([shape, parts]) => (
        <fieldset class="govuk-fieldset pl-gap">
          <legend class="govuk-fieldset__legend">{nb(`Если ${valueName(`${path}.${input.by}`, shape)}`)}</legend>
          <PartFields
            parts={Object.fromEntries(Object.entries(parts).filter(([part]) => part !== 'clause'))}
            name={`${name}.${shape}`}
            path={path}
            {...{ form, regulation, lists }}
          />
        </fieldset>
      ))}
      {shapes.some(([, parts]) => 'clause' in parts) && (
        <Clauses form={form} name={`${name}.clause`} path={`${path}.clause`} regulation={regulation} />
      )}
    </div>
  )
}

const emptyRows = 2
const fewRows = 1
/** Rows of a list, with a few empty ones for what is added; a row whose fields are emptied goes. */
function Rows({ parts, name, path, form, regulation, label, lists }: Given & { parts: Parts; label: string }) {
  const asLines = lists && firstText(parts) !== null
  const rows = rowsIn({ ...form.values }, name)
  const written = rows.findLastIndex((row) => !rowSaysNothing(parts, nestedOf(row))) + 1
  return (
    <fieldset class="govuk-fieldset pl-gap" id={fieldId(name)}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{nb(label)}</legend>
      <p class="govuk-hint">
        {nb('Пустые строки не сохраняются. Чтобы убрать строку, очистите её. Ещё строки появятся, когда эти будут записаны.')}
      </p>
      <ol class="pl-entries">
        {Array.from({ length: written + (asLines ? fewRows : emptyRows) }, (_, index) => (
          <li class="pl-fieldrow">
            <PartFields
              parts={parts}
              name={`${name}.${index}`}
              alone={!haveToBeWritten(parts)}
              {...{ path, form, regulation, lists }}
            />
          </li>
        ))}
      </ol>
      {asLines && (
        <TextArea
          form={form}
          name={listName(name)}
          label={`${label}: добавить списком`}
          hint="Каждая строка — с новой строки. Кнопка «Дополнить пустое» разложит их"
          rows={3}
        />
      )}
    </fieldset>
  )
}

const mostWords = 90
const shortened = (text: string) => (text.length <= mostWords ? text : `${text.slice(0, mostWords).replace(/\s\S*$/, '')}…`)
const listId = 'clauses-of-the-text'

/** The clauses of the text, for the fields of a page that ask for them: a browser shows those that begin as is typed. */
export const ClauseList = ({ regulation }: { regulation: Regulation }) => (
  <datalist id={listId}>
    {[...walk(regulation.clauses), ...(regulation.orderPoints?.points ?? [])].map((clause) => (
      <option value={clause.number}>{shortened(clause.title ?? textOfBody(clause.body))}</option>
    ))}
  </datalist>
)

/** The clauses a rule comes from, by their numbers; what stands in them is shown once they are written. */
function Clauses({ name, path, form, regulation }: Given) {
  const chosen = clausesIn(valueOf(form, name)).flatMap((number) => clauseOf(regulation, number) ?? [])
  const whole = path.split('.').length === 2
  return (
    <TextField
      form={form}
      name={name}
      label={path === 'provision.clause' ? captionOf(path) : 'Пункт'}
      hint={
        chosen.length > 0 && whole
          ? chosen.map(({ number, title, body }) => `${number}: ${shortened(title ?? textOfBody(body))}`).join(' · ')
          : whole
            ? 'Например, 3.2; если пунктов несколько — 3.2; 3.4'
            : undefined
      }
      width={whole ? 20 : 10}
      list={listId}
    />
  )
}

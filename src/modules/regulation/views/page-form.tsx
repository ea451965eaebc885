import { lastChangeBy } from '../../../history/last-change.ts'
import { counted } from '../../../kernel/plural.ts'
import { partOf } from '../../../kernel/records.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { type Entry, entries } from '../../../regulation/editor/entries.ts'
import { inWords, ruleInWords, type Said } from '../../../regulation/editor/in-words.ts'
import { hasFilled, proposed, shownAs } from '../../../regulation/editor/proposed.ts'
import { clauseSpeaking, spokenOf } from '../../../regulation/editor/speaks.ts'
import { valueTyped } from '../../../regulation/editor/typed.ts'
import { writtenAs } from '../../../regulation/editor/written.ts'
import { knowing } from '../../../regulation/named.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { editorPages } from '../../../regulation/topic.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, Radios, valueOf } from '../../../ui/fields.ts'
import { ButtonGroup, Conflict, ErrorSummary, FirstButton, Notice, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { isChanged, nestedOf, stampOf, typedOf, writePage } from '../deeds/write-page.ts'
import { paths } from '../paths.ts'
import { EditorFrame } from './editor-frame.tsx'
import { ClauseList, InputFields, ProposeButton } from './input-fields.tsx'

type Shown = {
  readonly entry: Entry
  readonly values: FormState['values']
  /** Somebody else has changed what this person has changed too. */
  readonly both: boolean
  /** Something was proposed where this person had left it empty. */
  readonly filled?: boolean
}

const nameOf = ({ key }: Entry): string => `rules.${key}`

/** The rules of one page in one form: what is changed is written at once, the rest stays as it is. */
export const pageForm: ThingPage<OpenEdition> = async (opened, { ctx, tx, params, form, conflict }) => {
  const code = form ? valueOf(form, 'page') : params.page
  const page = editorPages.find((one) => one.code === code)
  if (!page) return notFound
  const { one, regulation } = opened
  const at = { territory: ctx.territory.code, edition: one.id }
  const known = knowing(regulation, ctx.territory.kinds)
  if (!writePage.offered(ctx, opened)) return seeOther(paths.edition(at))
  const rules = form ? nestedOf(form.values).rules : null
  const proposing = form !== null && valueOf(form, 'proposing') === 'yes'
  const ofPage = entries.filter((entry) => entry.page === page.code)
  const spoken = form ? [] : spokenOf(ofPage, regulation)
  const shown = ofPage.map((entry) =>
    spoken.includes(entry)
      ? {
          entry,
          both: false,
          values: { ...shownOf(entry, regulation, undefined, false).values, [`${nameOf(entry)}.said`]: 'yes' },
        }
      : shownOf(entry, regulation, typedOf(rules, entry.key), proposing),
  )
  const state: FormState = { values: Object.assign({}, ...shown.map(({ values }) => values)), errors: form?.errors ?? [] }
  const both = shown.filter((one) => one.both).map(({ entry }) => entry)
  const body = (
    <EditorFrame ctx={ctx} opened={opened} current={page.code} title={page.title}>
      <ErrorSummary
        outcome="Страница не записана"
        form={form}
        placeOf={(field) => shown.find(({ entry }) => field.startsWith(`${nameOf(entry)}.`))?.entry.title}
      />
      {conflict && (
        <Conflict
          what={`проект изменил другой человек: ${(await lastChangeBy(tx, ctx, one.id)) ?? ''}`}
          fields={both.map((entry) => ({
            label: entry.title,
            yours: typedInWords(entry, typedOf(rules, entry.key), regulation),
            theirs: said(ruleInWords(entry, regulation)),
          }))}
        />
      )}
      {spoken.length > 0 && (
        <Notice tone="wait" title={`Отмечено «Говорит»: ${counted(spoken.length, 'правило', 'правила', 'правил')}`}>
          <p>
            {nb(
              'О них, похоже, говорит текст Положения: под названием стоят пункт и его слова. Где это не так, выберите «Молчит». Пока вы не записали, это ничего не значит.',
            )}
          </p>
        </Notice>
      )}
      {proposing && !shown.some(({ filled }) => filled) && (
        <Notice tone="wait" title="Дополнить нечего: остальное впишите сами" live>
          <p>{nb('Система предлагает только то, что нашлось в тексте Положения.')}</p>
        </Notice>
      )}
      {proposing && shown.some(({ filled }) => filled) && (
        <Notice tone="wait" title="Пустое дополнено. Проверьте и запишите" live>
          <p>
            {nb(
              'Пункты найдены по словам текста, формы слов и строки составлены по образцу. Пока вы не записали, это ничего не значит.',
            )}
          </p>
        </Notice>
      )}
      <Form action={paths.editionForms(at)} version={one.editVersion} guard>
        <input type="hidden" name="page" value={page.code} />
        <FirstButton>Записать</FirstButton>
        <ClauseList regulation={regulation} />
        {shown.map(({ entry }) => (
          <Asked entry={entry} regulation={known} form={state} href={paths.editionRule({ ...at, rule: entry.key })} />
        ))}
        <ButtonGroup>
          <SubmitButton>Записать</SubmitButton>
          <SubmitButton kind="secondary" name="after" value="next">
            Записать и дальше
          </SubmitButton>
          <ProposeButton />
          <TextLink href={paths.editionPage({ ...at, page: page.code })}>Не записывать</TextLink>
        </ButtonGroup>
      </Form>
    </EditorFrame>
  )
  return { title: `${page.title}: редакция ${one.version}`, section: 'regulation', body }
}

/** What stands in the fields of a rule: what the person has changed, with proposals where they asked for them; else what the draft holds. */
function shownOf(entry: Entry, regulation: Regulation, typed: unknown, proposing: boolean): Shown {
  const name = nameOf(entry)
  const now = stampOf(entry, regulation)
  const was = { [`${name}.was`]: now }
  const hasChanged = isChanged(entry, typed)
  const isSaid = typed !== undefined && partOf(typed, 'said') === 'yes'
  if (!hasChanged && !(proposing && isSaid)) return { entry, both: false, values: { ...was, ...stored(entry, regulation) } }
  const [given, proposes] = [partOf(typed, 'value'), isSaid && proposing]
  const value = proposes ? proposed(entry, given, regulation) : given
  const values = { ...was, [`${name}.said`]: isSaid ? 'yes' : 'no', ...shownAs(value, `${name}.value`) }
  return { entry, values, both: hasChanged && partOf(typed, 'was') !== now, filled: proposes && hasFilled(given, value) }
}

function stored(entry: Entry, regulation: Regulation): FormState['values'] {
  const value = entry.read(regulation)
  const name = nameOf(entry)
  return {
    ...(value === null ? {} : writtenAs(entry.input, value, `${name}.value`)),
    [`${name}.said`]: value === null ? 'no' : 'yes',
  }
}

export const said = (parts: readonly Said[]): string =>
  parts.length === 0 ? 'Положение молчит' : parts.map(({ label, text }) => `${label}: ${text}`).join('; ')

/** What was typed, as a sentence, as far as it can be read. */
export function typedInWords(entry: Entry, typed: unknown, regulation: Regulation): string {
  const read = entry.schema.safeParse(valueTyped(entry.input, partOf(typed, 'value')))
  if (partOf(typed, 'said') !== 'yes') return 'Положение молчит'
  return read.success ? said(inWords(entry, read.data, regulation)) : 'заполнено не до конца'
}

type AskedProps = { entry: Entry; regulation: Regulation; form: FormState; href: string }
/** One rule of the page: whether the paper speaks of it, where it seems to, and its fields once it does. */
function Asked({ entry, regulation, form, href }: AskedProps) {
  const { key, title, input, captions, maySilent } = entry
  const name = nameOf(entry)
  const note = regulation.provisions[key]
  if (note?.state === 'forbidden' || note?.state === 'conflict')
    return (
      <Sheet title={title}>
        <p>{nb(said(ruleInWords(entry, regulation)))}</p>
        <TextLink href={href} of={title.toLowerCase()}>
          Изменить
        </TextLink>
      </Sheet>
    )
  const found = entry.cites && valueOf(form, `${name}.value.clause`) === '' ? clauseSpeaking(entry, regulation) : null
  return (
    <Sheet title={title}>
      <div class="pl-spoken">
        <input type="hidden" name={`${name}.was`} value={valueOf(form, `${name}.was`)} />
        {found && <p class="pl-quiet">{nb(`Похоже, об этом — ${found.number}: «${found.sentence}»`)}</p>}
        {maySilent ? (
          <Radios
            form={form}
            name={`${name}.said`}
            label={`Что об этом говорит Положение`}
            inline
            choices={[
              { value: 'yes', label: 'Говорит' },
              { value: 'no', label: 'Молчит' },
            ]}
          />
        ) : (
          <input type="hidden" name={`${name}.said`} value="yes" />
        )}
        <div class={maySilent ? 'pl-spoken__fields' : undefined}>
          <InputFields input={input} name={`${name}.value`} path={captions} form={form} regulation={regulation} lists />
        </div>
      </div>
    </Sheet>
  )
}

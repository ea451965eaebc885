import { lastChangeBy } from '../../../history/last-change.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { type Entry, entryOf } from '../../../regulation/editor/entries.ts'
import { ruleInWords } from '../../../regulation/editor/in-words.ts'
import { proposed, shownAs } from '../../../regulation/editor/proposed.ts'
import { writtenAs } from '../../../regulation/editor/written.ts'
import { mayHaveExceptions } from '../../../regulation/exceptions/questions.ts'
import { knowing } from '../../../regulation/named.ts'
import { noteInput } from '../../../regulation/provisions/schema.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { TextLink } from '../../../ui/content.ts'
import { Form, type FormState, Radios, valueOf } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonGroup,
  Conflict,
  Details,
  ErrorSummary,
  FirstButton,
  PageHead,
  Sheet,
  SubmitButton,
} from '../../../ui/frame.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { writeRule } from '../deeds/write.ts'
import { nestedOf } from '../deeds/write-page.ts'
import { paths } from '../paths.ts'
import { editionName } from './editor-frame.tsx'
import { ClauseList, InputFields, ProposeButton } from './input-fields.tsx'
import { said, typedInWords } from './page-form.tsx'

/** The form of one rule: as it stands, or as typed when it is shown again, with both readings when somebody was faster. */
export const rulePage: ThingPage<OpenEdition> = async (opened, { ctx, tx, params, form, conflict }) => {
  const entry = entryOf(form ? valueOf(form, 'rule') : (params.rule ?? ''))
  if (!entry) return notFound
  const { one, regulation } = opened
  const at = { territory: ctx.territory.code, edition: one.id }
  const back = `${paths.editionPage({ ...at, page: entry.page })}#${entry.key}`
  if (!form && !writeRule.offered(ctx, opened)) return seeOther(paths.edition(at))
  const shown = form ? completed(entry, form, regulation) : stored(entry, regulation)
  const body = (
    <>
      <Breadcrumbs
        links={[
          { href: paths.editions({ territory: at.territory }), label: 'Редакции' },
          { href: paths.edition(at), label: editionName(one.version) },
        ]}
      />
      <ErrorSummary outcome="Правило не записано" form={form} />
      {conflict && form && (
        <Conflict
          what={`проект изменил другой человек: ${(await lastChangeBy(tx, ctx, one.id)) ?? ''}`}
          fields={[{ label: entry.title, yours: yours(entry, form, regulation), theirs: said(ruleInWords(entry, regulation)) }]}
        />
      )}
      <PageHead title={entry.title} more={regulation.title} />
      <Sheet>
        <Form action={paths.editionRules(at)} version={one.editVersion} guard>
          <input type="hidden" name="rule" value={entry.key} />
          <FirstButton>Записать</FirstButton>
          <Radios
            form={shown}
            name="said"
            label="Что об этом говорит Положение"
            inline
            choices={entry.maySilent ? states : states.filter(({ value }) => value === 'yes' || value === 'conflict')}
          />
          <ClauseList regulation={regulation} />
          <InputFields
            input={entry.input}
            name="value"
            path={entry.captions}
            form={shown}
            regulation={knowing(regulation, ctx.territory.kinds)}
            lists
          />
          <Notes form={shown} regulation={regulation} maySilent={entry.maySilent} />
          <ButtonGroup>
            <SubmitButton>Записать</SubmitButton>
            <ProposeButton />
            <TextLink href={back}>Не записывать</TextLink>
            {mayHaveExceptions(entry.key) && entry.read(regulation) !== null && (
              <TextLink href={paths.editionExceptions({ ...at, rule: entry.key })}>
                {`Исключения: ${regulation.exceptions[entry.key]?.length ?? 0}`}
              </TextLink>
            )}
          </ButtonGroup>
        </Form>
      </Sheet>
    </>
  )
  return { title: `${entry.title}: редакция ${one.version}`, section: 'regulation', body }
}

const states = [
  { value: 'yes', label: 'Говорит' },
  { value: 'no', label: 'Молчит' },
  { value: 'forbidden', label: 'Запрещает' },
  { value: 'conflict', label: 'Говорит двояко' },
]

/** What is written beside the value: where it is forbidden, both readings, the very sentence. */
function Notes({ form, regulation, maySilent }: { form: FormState; regulation: Regulation; maySilent: boolean }) {
  const of = noteInput.as === 'shapes' ? noteInput.of : {}
  const given = { form, regulation }
  const state = valueOf(form, 'said')
  return (
    <Details summary="Предложение из Положения, запрет или два чтения" open={state === 'forbidden' || state === 'conflict'}>
      {of.said?.sentence && (
        <InputFields input={of.said.sentence} name="note.said.sentence" path="provision.sentence" {...given} />
      )}
      {maySilent && <InputFields input={{ as: 'clauses' }} name="note.clause" path="provision.clause" {...given} />}
      {of.conflict?.readings && (
        <InputFields input={of.conflict.readings} name="note.conflict.readings" path="provision.readings" {...given} />
      )}
    </Details>
  )
}

/** What was typed, with proposals where the person asked for them. */
function completed(entry: Entry, form: FormState, regulation: Regulation): FormState {
  if (valueOf(form, 'proposing') !== 'yes') return form
  const { proposing: _asked, ...values } = form.values
  const rest = Object.entries(values).filter(([name]) => !name.startsWith('value.') && !name.startsWith('value['))
  const value = proposed(entry, nestedOf(values).value, regulation)
  return { ...form, values: { ...Object.fromEntries(rest), ...shownAs(value, 'value') } }
}

function stored(entry: Entry, regulation: Regulation): FormState {
  const value = entry.read(regulation)
  const note = regulation.provisions[entry.key]
  const found = note === undefined || note.state === 'said' ? (value === null ? 'no' : 'yes') : note.state
  return {
    values: {
      ...(value === null ? {} : writtenAs(entry.input, value, 'value')),
      ...(note === undefined ? {} : writtenAs(noteInput, note, 'note')),
      said: found,
    },
    errors: [],
  }
}

function yours(entry: Entry, form: FormState, regulation: Regulation): string {
  const state = states.find(({ value }) => value === valueOf(form, 'said'))
  return state && state.value !== 'yes'
    ? `Положение: ${state.label.toLowerCase()}`
    : typedInWords(entry, nestedOf(form.values), regulation)
}

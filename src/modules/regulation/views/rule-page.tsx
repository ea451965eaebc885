import { lastChangeBy } from '../../../history/last-change.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { type Entry, entryOf } from '../../../regulation/editor/entries.ts'
import { inWords } from '../../../regulation/editor/in-words.ts'
import { valueTyped } from '../../../regulation/editor/typed.ts'
import { writtenAs } from '../../../regulation/editor/written.ts'
import { TextLink } from '../../../ui/content.ts'
import { Form, type FormState, Radios, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Conflict, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { formOf } from '../../../web/form-data.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { writeRule } from '../deeds/write.ts'
import { paths } from '../paths.ts'
import { editionName } from './editor-frame.tsx'
import { InputFields } from './input-fields.tsx'

/** The form of one rule: as it stands, or as typed when it is shown again, with both readings when somebody was faster. */
export const rulePage: ThingPage<OpenEdition> = async (opened, { ctx, tx, params, form, conflict }) => {
  const entry = entryOf(form ? valueOf(form, 'rule') : (params.rule ?? ''))
  if (!entry) return notFound
  const { one, regulation } = opened
  const at = { territory: ctx.territory.code, edition: one.id }
  const back = `${paths.editionPage({ ...at, page: entry.page })}#${entry.key}`
  if (!form && !writeRule.offered(ctx, opened)) return seeOther(paths.edition(at))
  const shown = form ?? stored(entry, entry.read(regulation))
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
          fields={[{ label: entry.title, yours: typedInWords(entry, form), theirs: said(entry, entry.read(regulation)) }]}
        />
      )}
      <PageHead title={entry.title} more={regulation.title} />
      <Sheet>
        <Form action={paths.editionRules(at)} version={one.editVersion} guard>
          <input type="hidden" name="rule" value={entry.key} />
          {/* Enter in a field presses the first button of a form: it must be the one that writes. */}
          <button class="govuk-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
            Записать
          </button>
          {entry.maySilent && (
            <Radios
              form={shown}
              name="said"
              label="Говорит ли об этом Положение"
              inline
              choices={[
                { value: 'yes', label: 'Говорит' },
                { value: 'no', label: 'Молчит' },
              ]}
            />
          )}
          <InputFields input={entry.input} name="value" path={entry.captions} form={shown} regulation={regulation} />
          <ButtonGroup>
            <SubmitButton>Записать</SubmitButton>
            <TextLink href={back}>Не записывать</TextLink>
          </ButtonGroup>
        </Form>
      </Sheet>
    </>
  )
  return { title: `${entry.title}: редакция ${one.version}`, section: 'regulation', body }
}

const stored = (entry: Entry, value: unknown): FormState => ({
  values: { said: value === null ? 'no' : 'yes', ...(value === null ? {} : writtenAs(entry.input, value, 'value')) },
  errors: [],
})

const said = (entry: Entry, value: unknown): string =>
  value === null
    ? 'Положение молчит'
    : inWords(entry, value)
        .map(({ label, text }) => `${label}: ${text}`)
        .join('; ')

/** What was typed, as a sentence, as far as it can be read. */
function typedInWords(entry: Entry, form: FormState): string {
  if (valueOf(form, 'said') === 'no') return said(entry, null)
  const pairs = Object.entries(form.values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  )
  const read = entry.schema.safeParse(valueTyped(entry.input, formOf(pairs, []).nested.value))
  return read.success ? said(entry, read.data) : 'заполнено не до конца'
}

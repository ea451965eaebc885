import type { ThingPage } from '../../../kit/thing.ts'
import { type Entry, entryOf } from '../../../regulation/editor/entries.ts'
import { exceptionInWords, inWords } from '../../../regulation/editor/in-words.ts'
import { writtenAs } from '../../../regulation/editor/written.ts'
import { mayHaveExceptions } from '../../../regulation/exceptions/questions.ts'
import { type Exception, exceptionInput } from '../../../regulation/exceptions/schema.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { addException } from '../deeds/exceptions.ts'
import { paths } from '../paths.ts'
import { editionName } from './editor-frame.tsx'
import { InputFields, PartFields } from './input-fields.tsx'

/** The exceptions to a rule of a draft: where it is otherwise, by which clauses, and a form for one more. */
export const exceptionsPage: ThingPage<OpenEdition> = (opened, { ctx, params, form, conflict }) => {
  const entry = entryOf(form ? valueOf(form, 'rule') : (params.rule ?? ''))
  if (!entry || !mayHaveExceptions(entry.key)) return notFound
  const { one, regulation } = opened
  const at = { territory: ctx.territory.code, edition: one.id }
  if (!form && !addException.offered(ctx, opened)) return seeOther(paths.edition(at))
  const list = regulation.exceptions[entry.key] ?? []
  const asked = form ? valueOf(form, 'at') : params.exception
  const number = asked === undefined ? list.length + 1 : Number(asked)
  const stored = list[number - 1]
  if (!form && asked !== undefined && !stored) return notFound
  const shown: FormState = form ?? { values: stored ? writtenOf(entry, stored) : {}, errors: [] }
  const general = inWords(entry, entry.read(regulation), regulation).map(({ label, text }) => `${label}: ${text}`)
  const back = `${paths.editionPage({ ...at, page: entry.page })}#${entry.key}`
  const title = `Исключения: ${entry.title.toLowerCase()}`
  const body = (
    <>
      <Breadcrumbs
        links={[
          { href: paths.edition(at), label: editionName(one.version) },
          { href: back, label: entry.title },
        ]}
      />
      <ErrorSummary outcome="Исключение не записано" form={form} />
      {conflict && <Notice tone="wait" title="Пока вы писали, проект изменил другой человек. Запишите ещё раз" live />}
      <PageHead title={title} more={`Общее правило — ${general.join('; ')}`} />
      <Stack>
        {list.map((exception, index) => (
          <Sheet>
            <p>{nb(exceptionInWords(entry, exception, regulation))}</p>
            {index !== number - 1 && (
              <p>
                <TextLink
                  href={paths.editionException({ ...at, rule: entry.key, exception: String(index + 1) })}
                  of={exceptionInWords(entry, exception, regulation)}
                >
                  Изменить
                </TextLink>
              </p>
            )}
            <Form action={paths.editionExceptionRemovals(at)} version={one.editVersion}>
              <input type="hidden" name="rule" value={entry.key} />
              <input type="hidden" name="at" value={index + 1} />
              <SubmitButton kind="secondary" of={exceptionInWords(entry, exception, regulation)}>
                Убрать
              </SubmitButton>
            </Form>
          </Sheet>
        ))}
        <Sheet title={stored ? 'Изменить исключение' : 'Новое исключение'}>
          <Form action={paths.editionNewExceptions(at)} version={one.editVersion} guard>
            <input type="hidden" name="rule" value={entry.key} />
            <input type="hidden" name="at" value={number} />
            {exceptionInput.as === 'group' && (
              <PartFields parts={exceptionInput.of} name="exception" path="exception" form={shown} regulation={regulation} />
            )}
            <h3 class="govuk-heading-s">Что действует вместо общего правила</h3>
            <InputFields input={entry.input} name="value" path={entry.captions} form={shown} regulation={regulation} />
            <ButtonGroup>
              <SubmitButton>Записать исключение</SubmitButton>
              <TextLink href={stored ? paths.editionExceptions({ ...at, rule: entry.key }) : back}>Не записывать</TextLink>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Stack>
    </>
  )
  return { title, section: 'regulation', body }
}

/** An exception as the text of its form. */
const writtenOf = (entry: Entry, { value, ...of }: Exception): FormState['values'] => ({
  ...writtenAs(exceptionInput, of, 'exception'),
  ...writtenAs(entry.input, value, 'value'),
})

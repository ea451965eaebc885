import { lastChangeBy } from '../../../history/last-change.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { clauseOf } from '../../../regulation/cite.ts'
import { type Clause, walk } from '../../../regulation/clauses.ts'
import { proposedLabel, textOfBody } from '../../../regulation/editor/clause-text.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { FileField, Form, type FormState, Radios, valueOf } from '../../../ui/fields.ts'
import { ButtonLink, Details, ErrorSummary, Notice, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { type Answer, notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { addClause, pastePaper, removeClause, writeClause } from '../deeds/write.ts'
import { clauseAnchor } from '../links.ts'
import { paths } from '../paths.ts'
import { problemsByRule } from '../rules.ts'
import { EditorFrame, editionName } from './editor-frame.tsx'

const addressOf = ({ ctx }: Pick<ThingRequest, 'ctx'>, { one }: OpenEdition) => ({
  territory: ctx.territory.code,
  edition: one.id,
})

/** The text of a draft, clause by clause. */
export const textPage: ThingPage<OpenEdition> = (opened, request) => {
  const at = addressOf(request, opened)
  if (opened.one.state !== 'draft') return seeOther(paths.edition(at))
  const { regulation } = opened
  const points = regulation.orderPoints?.points ?? []
  const body = (
    <EditorFrame
      ctx={request.ctx}
      opened={opened}
      current="text"
      title="Текст"
      actions={
        <ButtonLink href={paths.editionPaper(at)} kind="secondary">
          Вставить текст целиком
        </ButtonLink>
      }
    >
      <ErrorSummary outcome="Пункт не убран" form={request.form} />
      {request.conflict && <Notice tone="wait" title="Пока вы смотрели, проект изменили. Прочитайте его снова" live />}
      {(problemsByRule(opened).get('text') ?? []).map((problem) => (
        <Notice tone="wait" title={problem} />
      ))}
      {regulation.clauses.length === 0 ? (
        <Sheet>
          <p>Текста ещё нет. Вставьте его целиком: разделы, пункты и приложения система найдёт по номерам.</p>
          <ButtonLink href={paths.editionPaper(at)}>Вставить текст</ButtonLink>
        </Sheet>
      ) : (
        <Clauses clauses={[...walk(regulation.clauses)]} at={at} />
      )}
      {points.length > 0 && <Clauses clauses={points} at={at} title={`Пункты ${regulation.orderPoints?.orderTitle}`} />}
    </EditorFrame>
  )
  return { title: `Текст: редакция ${opened.one.version}`, section: 'regulation', body }
}

type At = { readonly territory: string; readonly edition: string }
function Clauses({ clauses, at, title }: { clauses: readonly Clause[]; at: At; title?: string }) {
  return (
    <Sheet flush title={title}>
      <ul class="pl-provs">
        {clauses.map((clause) => (
          <li class="pl-clausetext" id={clauseAnchor(clause.number)}>
            <p>
              <b>{nb([clause.label, clause.title].filter(Boolean).join(' '))}</b>
            </p>
            <p class="pl-pre">{nb(textOfBody(clause.body))}</p>
            <p class="pl-prov__edit">
              <TextLink href={paths.editionClause({ ...at, clause: clause.number })} of={`пункт ${clause.number}`}>
                Изменить
              </TextLink>
              {clause.kind !== 'point' && (
                <TextLink href={paths.editionNextClause({ ...at, clause: clause.number })} of={`после пункта ${clause.number}`}>
                  Добавить после
                </TextLink>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type ClauseForm = Readonly<Record<'label' | 'title' | 'text', string>>
const asForm = (clause: Clause): ClauseForm => ({
  label: clause.label,
  title: clause.title ?? '',
  text: textOfBody(clause.body),
})

async function clauseFormPage(
  opened: OpenEdition,
  request: ThingRequest,
  given: { title: string; number: string; action: string; begins: ClauseForm; deed: typeof writeClause | typeof addClause },
): Promise<Answer> {
  const { ctx, tx, form, conflict } = request
  const at = addressOf(request, opened)
  const { title, number, action, begins, deed } = given
  const isNew = deed.name === addClause.name
  const what = conflict ? `проект изменил другой человек: ${(await lastChangeBy(tx, ctx, opened.one.id)) ?? ''}` : undefined
  const body = (
    <>
      <FormPage
        title={title}
        outcome="Пункт не записан"
        form={form}
        conflict={conflict && { of: deed.form, theirs: begins, what }}
        action={action}
        version={opened.one.editVersion}
        button={isNew ? 'Добавить' : 'Записать'}
        wide
        leave={{ href: `${paths.editionText(at)}#${clauseAnchor(number)}`, label: isNew ? 'Не добавлять' : 'Не записывать' }}
        way={[
          { href: paths.edition(at), label: editionName(opened.one.version) },
          { href: paths.editionText(at), label: 'Текст' },
        ]}
      >
        <input type="hidden" name="number" value={number} />
        {isNew && (
          <Radios
            form={form}
            name="kind"
            label="Что это"
            inline
            initial="clause"
            choices={[
              { value: 'clause', label: 'Пункт' },
              { value: 'section', label: 'Раздел' },
            ]}
          />
        )}
        <FormFields of={deed.form} form={form} begins={begins} hints={isNew ? { label: 'Например, 2.3.' } : {}} />
      </FormPage>
      {!isNew && (
        <Details summary="Убрать пункт">
          <p>{nb('Уйдут и подпункты под ним. Правила, которые на него ссылаются, останутся без пункта: проверка их назовёт.')}</p>
          <Form action={paths.editionClauseRemovals(at)} version={opened.one.editVersion}>
            <input type="hidden" name="number" value={number} />
            <SubmitButton kind="warning">Убрать пункт</SubmitButton>
          </Form>
        </Details>
      )}
    </>
  )
  return { title, section: 'regulation', body }
}

const numberIn = (form: FormState | null, { clause = '' }: Readonly<Record<string, string>>) =>
  form ? valueOf(form, 'number') : clause

/** The form of one clause. */
export const clausePage: ThingPage<OpenEdition> = (opened, request) => {
  const number = numberIn(request.form, request.params)
  const clause = clauseOf(opened.regulation, number)
  if (!clause && !request.form) return notFound
  const at = addressOf(request, opened)
  if (!request.form && !writeClause.offered(request.ctx, opened)) return seeOther(paths.edition(at))
  const begins = clause ? asForm(clause) : { label: '', title: '', text: '' }
  const named = clause?.title ?? clause?.label ?? number
  return clauseFormPage(opened, request, {
    ...{ number, begins, title: `Пункт ${named}`, action: paths.editionClauses(at), deed: writeClause },
  })
}

/** The form of a clause that is put after another. */
export const nextClausePage: ThingPage<OpenEdition> = (opened, request) => {
  const number = numberIn(request.form, request.params)
  const after = clauseOf(opened.regulation, number)
  if (!request.form && !after) return notFound
  const at = addressOf(request, opened)
  if (!request.form && !addClause.offered(request.ctx, opened)) return seeOther(paths.edition(at))
  return clauseFormPage(opened, request, {
    ...{ number, deed: addClause },
    begins: { label: after ? proposedLabel(opened.regulation.clauses, after) : '', title: '', text: '' },
    ...{ title: `Новый пункт после ${number}`, action: paths.editionNewClauses(at) },
  })
}

/** The form for a whole paper. */
export const paperPage: ThingPage<OpenEdition> = (opened, request) => {
  const { ctx, form, conflict } = request
  const at = addressOf(request, opened)
  if (!form && !pastePaper.offered(ctx, opened)) return seeOther(paths.edition(at))
  const title = 'Вставить текст Положения целиком'
  const body = (
    <>
      <FormPage
        title={title}
        outcome="Текст не внесён"
        form={form}
        conflict={
          conflict && {
            of: pastePaper.form,
            theirs: { paper: '', enacting: '', points: '' },
            what: 'проект изменил другой человек',
          }
        }
        action={paths.editionPaper(at)}
        version={opened.one.editVersion}
        button="Разложить по пунктам"
        wide
        leave={{ href: paths.editionText(at), label: 'Не вставлять' }}
        way={[
          { href: paths.edition(at), label: editionName(opened.one.version) },
          { href: paths.editionText(at), label: 'Текст' },
        ]}
      >
        {opened.regulation.clauses.length > 0 && (
          <p>
            {nb(
              'Новый текст станет на место нынешнего. Правила останутся; те, чьих пунктов в новом тексте нет, назовёт проверка.',
            )}
          </p>
        )}
        <FormFields of={pastePaper.form} form={form} />
      </FormPage>
      <PaperFile at={at} form={form} />
    </>
  )
  return { title, section: 'regulation', body }
}

/** The paper as a file: its text comes into the form above, to be looked through first. */
function PaperFile({ at, form }: { at: { territory: string; edition: string }; form: FormState | null }) {
  return (
    <div class="pl-gap">
      <Sheet title="Или взять текст из файла">
        <Form action={paths.editionPaperFile(at)} files guard>
          <FileField
            form={form}
            name="file"
            label="Файл Положения"
            accept=".docx,.txt"
            hint="DOCX или TXT, до 20 МБ. Автоматические номера пунктов станут текстом; он появится в поле выше, и вы его проверите"
          />
          <SubmitButton kind="secondary">Прочитать файл</SubmitButton>
        </Form>
      </Sheet>
    </div>
  )
}

export const textDeeds = [
  [writeClause, clausePage],
  [addClause, nextClausePage],
  [removeClause, textPage],
  [pastePaper, paperPage],
] as const

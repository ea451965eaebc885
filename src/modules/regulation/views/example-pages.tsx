import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { valueName } from '../../../regulation/editor/captions.ts'
import { writtenAs } from '../../../regulation/editor/written.ts'
import { exampleInput, type Tried, tryExamples } from '../../../regulation/examples/run.ts'
import { nb, Second, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Details, ErrorSummary, Notice, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { writeExample } from '../deeds/examples.ts'
import { paths } from '../paths.ts'
import { EditorFrame, editionName } from './editor-frame.tsx'
import { InputFields, PartFields } from './input-fields.tsx'

const kinds = exampleInput.as === 'shapes' ? exampleInput.of : {}
const addressOf = ({ ctx }: Pick<ThingRequest, 'ctx'>, { one }: OpenEdition) => ({
  territory: ctx.territory.code,
  edition: one.id,
})
type Row = Tried & { readonly at: number }

/** The examples of a draft, each run at once: what its paper should answer beside what the product answers. */
export const examplesPage: ThingPage<OpenEdition> = (opened, request) => {
  const at = addressOf(request, opened)
  if (opened.one.state !== 'draft') return seeOther(paths.edition(at))
  const rows: readonly Row[] = tryExamples(opened.regulation).map((tried, index) => ({ ...tried, at: index + 1 }))
  const body = (
    <EditorFrame ctx={request.ctx} opened={opened} current="examples" title="Примеры">
      <ErrorSummary outcome="Не сделано" form={request.form} />
      {request.conflict && <Notice tone="wait" title="Пока вы смотрели, проект изменили. Прочитайте его снова" live />}
      {rows.length > 0 && (
        <Sheet flush>
          <Table
            caption="Примеры и ответы"
            rows={rows}
            rowId={({ at }) => `example-${at}`}
            columns={[
              {
                title: 'Что пробуют',
                cell: ({ at: number, what }) => (
                  <TextLink href={paths.editionExample({ ...at, example: String(number) })}>{nb(what)}</TextLink>
                ),
              },
              { title: 'Следует из Положения', cell: ({ expected }) => nb(expected) },
              { title: 'Ответит система', cell: (row) => <Answer {...row} /> },
            ]}
          />
        </Sheet>
      )}
      <Sheet title="Добавить пример">
        <p>
          {nb('Возьмите случай из жизни и напишите, что о нём говорит Положение. Ответит система иначе — редакцию не утвердят.')}
        </p>
        <ul class="govuk-list">
          {Object.keys(kinds).map((kind) => (
            <li>
              <TextLink href={paths.editionExample({ ...at, example: kind })}>{valueName('example.kind', kind)}</TextLink>
            </li>
          ))}
        </ul>
      </Sheet>
    </EditorFrame>
  )
  return { title: `Примеры: редакция ${opened.one.version}`, section: 'regulation', body }
}

const Answer = ({ found, reason, holds }: Tried) => (
  <>
    {nb(`${found} `)}
    {holds ? <StateTag tone="ok" word="сходится" /> : <StateTag tone="late" word="расходится" />}
    {!holds && reason && <Second>{reason}</Second>}
  </>
)

/** The form of one example: a stored one by its number, a new one by its kind. */
export const examplePage: ThingPage<OpenEdition> = (opened, request) => {
  const { ctx, params, form, conflict } = request
  const { one, regulation } = opened
  const at = addressOf(request, opened)
  if (!form && !writeExample.offered(ctx, opened)) return seeOther(paths.edition(at))
  const asked = params.example ?? ''
  const number = form ? Number(valueOf(form, 'at')) : /^\d+$/.test(asked) ? Number(asked) : regulation.examples.length + 1
  const stored = regulation.examples[number - 1]
  const kind = (form && valueOf(form, 'value.kind')) || stored?.kind || asked
  const parts = kinds[kind]
  if (!parts) return notFound
  const shown: FormState = form ?? { values: stored ? writtenAs(exampleInput, stored, 'value') : {}, errors: [] }
  const title = valueName('example.kind', kind)
  const body = (
    <>
      <Breadcrumbs
        links={[
          { href: paths.edition(at), label: editionName(one.version) },
          { href: paths.editionExamples(at), label: 'Примеры' },
        ]}
      />
      <ErrorSummary outcome="Пример не записан" form={form} />
      {conflict && <Notice tone="wait" title="Пока вы писали, проект изменил другой человек. Запишите ещё раз" live />}
      <PageHead title={title} more={stored ? `Пример ${number}` : 'Новый пример'} />
      <Sheet>
        <Form action={paths.editionExamples(at)} version={one.editVersion} guard>
          <input type="hidden" name="at" value={number} />
          <input type="hidden" name="value.kind" value={kind} />
          <PartFields
            parts={Object.fromEntries(Object.entries(parts).filter(([part]) => part !== 'clause'))}
            name={`value.${kind}`}
            path="example"
            form={shown}
            regulation={regulation}
          />
          <InputFields input={{ as: 'clauses' }} name="value.clause" path="example.clause" form={shown} regulation={regulation} />
          <ButtonGroup>
            <SubmitButton>Записать и проверить</SubmitButton>
            <TextLink href={paths.editionExamples(at)}>Не записывать</TextLink>
          </ButtonGroup>
        </Form>
      </Sheet>
      {stored && (
        <Details summary="Убрать пример">
          <Form action={paths.editionExampleRemovals(at)} version={one.editVersion}>
            <input type="hidden" name="at" value={number} />
            <SubmitButton kind="warning">Убрать пример</SubmitButton>
          </Form>
        </Details>
      )}
    </>
  )
  return { title, section: 'regulation', body }
}

import type { JSX } from 'preact'
import type { Territory } from '../../../../authz/ctx.ts'
import { capital } from '../../../../kernel/names.ts'
import type { Criterion } from '../../../../regulation/schema.ts'
import { TextLink } from '../../../../ui/content.ts'
import { Checkboxes, errorOf, FileField, Form, type FormState, TextArea, TextField, valuesOf } from '../../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Details, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import type { Application } from '../../model.ts'
import { applicationTitle } from '../../queries.ts'
import type { RegisterFact } from '../model.ts'
import { groupNames } from '../texts.ts'

export type AddPageProps = {
  territory: Pick<Territory, 'code'>
  app: Application
  criterion: Criterion
  facts: readonly RegisterFact[]
  form: FormState | null
}

/** What proves one criterion: files, a link, facts of the registers. What the regulation expects stands first. */
export function AddPage({ territory, app, criterion, facts, form }: AddPageProps) {
  const at = { territory: territory.code, application: app.id }
  const parts: Readonly<Record<Criterion['evidence'], JSX.Element>> = {
    file: <Files form={form} />,
    link: <Link form={form} />,
    register: <Registers form={form} facts={facts} open={criterion.evidence === 'register'} />,
  }
  const order = [criterion.evidence, ...(['file', 'link', 'register'] as const).filter((kind) => kind !== criterion.evidence)]
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.application(at), label: applicationTitle(app) },
          { href: paths.applicationEvidence(at), label: 'Право на статус' },
        ]}
      />
      <ErrorSummary outcome="Не приложено" form={form} />
      <PageHead title={capital(criterion.text)} more="Приложите одно или сразу несколько: файлы, ссылку, сведения из реестров" />
      <Sheet>
        <Form action={paths.applicationEvidence(at)} files guard>
          <input type="hidden" name="criterion" value={criterion.code} />
          {order.map((kind) => parts[kind])}
          <TextArea form={form} name="note" label="Пояснение" hint="Если из названия не ясно, что это доказывает" rows={2} />
          <ButtonGroup>
            <SubmitButton>Приложить</SubmitButton>
            <TextLink href={paths.applicationEvidence(at)}>Не прикладывать</TextLink>
          </ButtonGroup>
        </Form>
      </Sheet>
    </>
  )
}

const Files = ({ form }: { form: FormState | null }) => (
  <FileField
    form={form}
    name="files"
    label="Файлы"
    hint="PDF, DOCX, XLSX, ODT, JPG или PNG, до 100 МБ каждый, не больше пяти за раз"
    accept=".pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png"
    multiple
  />
)

const Link = ({ form }: { form: FormState | null }) => (
  <TextField
    form={form}
    name="link"
    label="Ссылка"
    hint="Адрес страницы, например https://shkola.ru/opyt"
    type="url"
    autoComplete="off"
  />
)

/** What the registers know of the organisations and their people. */
function Registers({ form, facts, open }: { form: FormState | null; facts: readonly RegisterFact[]; open: boolean }) {
  if (facts.length === 0)
    return <p class="pl-quiet">В реестрах пока нет сведений об организации и её людях, на которые можно сослаться.</p>
  const chosen = valuesOf(form, 'facts[]').length > 0 || errorOf(form, 'facts') !== undefined
  return (
    <Details summary={`Взять из реестров: ${facts.length}`} open={open || chosen}>
      <Checkboxes
        form={form}
        name="facts[]"
        label="Что известно из реестров"
        choices={facts.map(({ key, text, group }) => ({ value: key, label: text, more: groupNames[group] }))}
      />
    </Details>
  )
}

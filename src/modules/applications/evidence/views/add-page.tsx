import type { JSX } from 'preact'
import { capital } from '../../../../kernel/names.ts'
import { only } from '../../../../kit/form/fields.ts'
import { FormFields } from '../../../../kit/form/view.tsx'
import type { ThingRequest } from '../../../../kit/thing.ts'
import type { Criterion } from '../../../../regulation/hosts/schema.ts'
import { TextLink } from '../../../../ui/content.ts'
import { Checkboxes, errorOf, Form, type FormState, valuesOf } from '../../../../ui/fields.ts'
import { ButtonGroup, Details, PageFrame, Sheet, SubmitButton } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import type { Answer } from '../../../../web/route.ts'
import type { ApplicationCase } from '../../case.ts'
import { applicationTitle } from '../../queries.ts'
import { addEvidence, sameFact } from '../deeds.ts'
import type { Evidence, RegisterFact } from '../model.ts'
import { registerFacts } from '../register-queries.ts'
import { groupNames } from '../texts.ts'

/** What proves one criterion: files, a link, facts of the registers. What the regulation expects stands first. */
export async function addPage(
  found: ApplicationCase,
  { ctx, tx, form }: ThingRequest,
  criterion: Criterion,
  evidence: readonly Evidence[],
): Promise<Answer> {
  const at = { territory: ctx.territory.code, application: found.one.id }
  const own = evidence.filter(({ criterionCode }) => criterionCode === criterion.code)
  const facts = (await registerFacts(tx, ctx, found.one.id)).filter((fact) => !own.some((it) => sameFact(it, fact)))
  const fields = (name: string) => <FormFields of={only(addEvidence.form, name)} form={form} />
  const parts: Readonly<Record<Criterion['evidence'], JSX.Element>> = {
    file: fields('files'),
    link: fields('link'),
    register: <Registers form={form} facts={facts} open={criterion.evidence === 'register'} />,
  }
  const order = [criterion.evidence, ...(['file', 'link', 'register'] as const).filter((kind) => kind !== criterion.evidence)]
  const body = (
    <PageFrame
      way={[
        { href: paths.application(at), label: applicationTitle(found.one) },
        { href: paths.applicationEvidence(at), label: 'Право на статус' },
      ]}
      outcome="Не приложено"
      form={form}
      title={capital(criterion.text)}
      more="Приложите одно или сразу несколько: файлы, ссылку, сведения из реестров"
    >
      <Sheet>
        <Form action={addEvidence.address(ctx, found)} files guard>
          <input type="hidden" name="criterion" value={criterion.code} />
          {order.map((kind) => parts[kind])}
          {fields('note')}
          <ButtonGroup>
            <SubmitButton>Приложить</SubmitButton>
            <TextLink href={paths.applicationEvidence(at)}>Не прикладывать</TextLink>
          </ButtonGroup>
        </Form>
      </Sheet>
    </PageFrame>
  )
  return { title: 'Доказательство', section: 'applications', body }
}

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

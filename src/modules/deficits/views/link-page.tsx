import type { Ctx } from '../../../authz/ctx.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import { nb } from '../../../ui/content.ts'
import { Form, type FormState } from '../../../ui/fields.ts'
import { Columns, ErrorSummary, Notice, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { choicesOf, namingFields } from '../forms.ts'
import type { Competence } from '../framework.ts'
import { whoSees } from '../texts.ts'

type LinkProps = { ctx: Ctx; framework: readonly Competence[]; address: string; form: FormState | null; done: string | null }

/** What one names by a personal link. What was named before is not shown: a link may be seen by others. */
export const LinkPage = ({ ctx, framework, address, form, done }: LinkProps) => (
  <>
    <ErrorSummary outcome="Ничего не записано" form={form} />
    {done && <Notice title={done} tone="ok" />}
    <PageHead title="Чему вы хотите научиться" more={ctx.actor.name} large />
    <Columns kind="form">
      <Sheet title={done ? 'Назвать ещё' : 'Назвать профессиональные дефициты'}>
        <Form action={address} plain>
          <FormFields of={namingFields(framework)} form={form} rows={choicesOf(framework)} />
          <SubmitButton>Записать</SubmitButton>
        </Form>
        <p class="govuk-body pl-small">{nb(whoSees)}</p>
      </Sheet>
    </Columns>
  </>
)

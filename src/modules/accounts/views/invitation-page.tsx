import { ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { leastPassword } from '../rules.ts'
import { texts } from '../texts.ts'

type InvitationProps = { readonly token: string; readonly email: string; readonly form: FormState | null }

/** Sets the password of an invited person. */
export function InvitationPage({ token, email, form }: InvitationProps) {
  const words = texts.invitation
  return (
    <>
      <ErrorSummary outcome={words.problem} form={form} />
      <PageHead title={words.heading} more={words.lead(email)} large />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.invitation({ token })} plain>
            {/* Tells a keeper of passwords whose password this is. */}
            <input type="email" name="email" value={email} autocomplete="username" readonly hidden />
            <TextField
              form={form}
              name="password"
              label={words.password}
              hint={words.hint(leastPassword)}
              type="password"
              autoComplete="new-password"
            />
            <SubmitButton>{words.button}</SubmitButton>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

/** An invitation that leads nowhere any more. */
export function InvitationGonePage() {
  const words = texts.invitation
  return (
    <Empty
      picture="paper"
      title={words.gone}
      alone
      actions={
        <ButtonLink href={paths.signIn({})} kind="secondary">
          {words.toSignIn}
        </ButtonLink>
      }
    >
      <p class="govuk-body">{nb(words.goneWhy)}</p>
      <p class="govuk-body">{nb(words.goneThen)}</p>
    </Empty>
  )
}

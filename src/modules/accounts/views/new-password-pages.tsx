import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { ButtonLink, Columns, Empty, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { texts } from '../texts.ts'
import { PasswordForm } from './password-form.tsx'

const { forgotten, newPassword } = texts

const toSignIn = (
  <ButtonLink href={paths.signIn({})} kind="secondary">
    {texts.invitation.toSignIn}
  </ButtonLink>
)

/** Asks for a letter with a link; without a mail server says who gives the link. */
export function ForgottenPage({ form, sendsMail }: { form: FormState | null; sendsMail: boolean }) {
  if (!sendsMail)
    return (
      <Empty picture="lock" title={forgotten.title} alone actions={toSignIn}>
        <p class="govuk-body">{nb(forgotten.noMail)}</p>
      </Empty>
    )
  return (
    <>
      <ErrorSummary outcome={forgotten.problem} form={form} />
      <PageHead title={forgotten.title} more={forgotten.lead} large />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.forgottenPassword({})} plain>
            <TextField form={form} name="email" label={forgotten.email} type="email" autoComplete="username" />
            <SubmitButton>{forgotten.button}</SubmitButton>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

/** The same for every address, whether it has an account or not. */
export function LinkSentPage() {
  return (
    <Empty picture="paper" title={forgotten.sent} alone actions={toSignIn}>
      <p class="govuk-body">{nb(forgotten.sentLead)}</p>
      <p class="govuk-body">{nb(forgotten.sentThen)}</p>
    </Empty>
  )
}

/** Sets the new password of an account by a link. */
export function NewPasswordPage({ token, email, form }: { token: string; email: string; form: FormState | null }) {
  return (
    <>
      <ErrorSummary outcome={texts.password.problem} form={form} />
      <PageHead title={newPassword.title} more={newPassword.lead(email)} large />
      <Columns kind="form">
        <Sheet>
          <PasswordForm action={paths.newPassword({ token })} email={email} form={form} button={newPassword.button} />
        </Sheet>
      </Columns>
    </>
  )
}

/** A link that leads nowhere any more. */
export function LinkGonePage() {
  return (
    <Empty picture="paper" title={newPassword.gone} alone actions={toSignIn}>
      <p class="govuk-body">{nb(newPassword.goneWhy)}</p>
      <p class="govuk-body">
        <TextLink href={paths.forgottenPassword({})}>{texts.signIn.forgotten}</TextLink>
      </p>
    </Empty>
  )
}

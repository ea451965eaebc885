import { nb } from '../../../ui/content.ts'
import { Form, type FormState } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Columns, Empty, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Invitation } from '../invitations.ts'
import { texts } from '../texts.ts'
import { PasswordForm } from './password-form.tsx'

const words = texts.invitation

type InvitationProps = { readonly token: string; readonly invitation: Invitation; readonly form: FormState | null }

function Head({ invitation, form }: Pick<InvitationProps, 'invitation' | 'form'>) {
  const { territory, name, email } = invitation
  return (
    <>
      <ErrorSummary outcome={words.problem} form={form} />
      <PageHead title={words.heading(territory.shortName)} more={words.lead(name, email)} large />
    </>
  )
}

/** To a stranger: the way in of whoever has an account, the first password of whoever has none, or both. */
export function FirstPasswordPage({ token, invitation, form, first, known }: InvitationProps & { first?: true; known?: true }) {
  const address = paths.invitation({ token })
  return (
    <>
      <Head invitation={invitation} form={form} />
      <Columns kind="form">
        <Stack>
          {first && (
            <Sheet title={words.first}>
              <p class="govuk-body">{nb(words.firstLead)}</p>
              <PasswordForm action={address} email={invitation.email} form={form} button={words.setPassword} />
            </Sheet>
          )}
          {known && (
            <Sheet title={words.known}>
              <p class="govuk-body">{nb(words.knownLead)}</p>
              <ButtonLink href={paths.signIn({}, { next: address })} kind={first && 'secondary'}>
                {words.signIn}
              </ButtonLink>
            </Sheet>
          )}
        </Stack>
      </Columns>
    </>
  )
}

/** To the owner of the account: yes or no. */
export function AnswerPage({ token, invitation, form }: InvitationProps) {
  return (
    <>
      <Head invitation={invitation} form={form} />
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body">{nb(words.answerLead)}</p>
          <Form action={paths.invitation({ token })} plain>
            <ButtonGroup>
              <SubmitButton name="answer" value="accept">
                {words.accept}
              </SubmitButton>
              <SubmitButton name="answer" value="decline" kind="secondary">
                {words.decline}
              </SubmitButton>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

/** To whoever is signed in with another e-mail. */
export function OtherAccountPage({ token, invitation, own }: InvitationProps & { own: string }) {
  return (
    <>
      <PageHead title={words.other} more={words.otherLead(own, invitation.email)} large />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.signOut({})} plain>
            <input type="hidden" name="next" value={paths.invitation({ token })} />
            <SubmitButton>{words.signOut}</SubmitButton>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

/** An invitation that leads nowhere any more. */
export function InvitationGonePage({ ended }: { ended: boolean }) {
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
      <p class="govuk-body">{nb(ended ? words.workEnded : words.goneWhy)}</p>
      <p class="govuk-body">{nb(words.goneThen)}</p>
    </Empty>
  )
}

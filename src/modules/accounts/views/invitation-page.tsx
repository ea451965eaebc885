import type { FormState } from '../../../ui/form-state.ts'
import { paths } from '../../../web/paths.ts'
import { leastPassword } from '../rules.ts'
import { texts } from '../texts.ts'
import { AccountErrors, AccountField } from './field.tsx'

type Given = { readonly formKey: string; readonly token: string; readonly email: string; readonly form: FormState | null }

/** Sets the password of an invited person. */
export function InvitationPage({ formKey, token, email, form }: Given) {
  const words = texts.invitation
  return (
    <>
      <AccountErrors form={form} title={words.problem} />
      <div class="pl-head">
        <div>
          <h1 class="govuk-heading-xl">{words.heading}</h1>
        </div>
      </div>
      <div class="pl-cols pl-cols--signin">
        <section class="pl-sheet">
          <form method="post" action={paths.invitation({ token })} noValidate>
            <input type="hidden" name="_key" value={formKey} />
            <AccountField
              name="email"
              label={words.email}
              type="email"
              autocomplete="username"
              form={null}
              value={email}
              readonly
            />
            <AccountField
              name="password"
              label={words.password}
              type="password"
              autocomplete="new-password"
              form={form}
              hint={words.lead(leastPassword)}
            />
            <button class="govuk-button" type="submit">
              {words.button}
            </button>
          </form>
        </section>
      </div>
    </>
  )
}

/** An invitation that leads nowhere any more. */
export function InvitationGonePage() {
  const words = texts.invitation
  return (
    <div class="pl-empty">
      <h1 class="govuk-heading-l">{words.gone}</h1>
      <p class="govuk-body">{words.goneWhy}</p>
      <p class="govuk-body">{words.goneThen}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.signIn({})}>
          {words.toSignIn}
        </a>
      </p>
    </div>
  )
}

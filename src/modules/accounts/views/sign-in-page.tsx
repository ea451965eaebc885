import { type FormState, valueOf as typed } from '../../../ui/form-state.ts'
import { paths } from '../../../web/paths.ts'
import type { DemoTerritory } from '../queries.ts'
import { texts } from '../texts.ts'
import { AccountErrors, AccountField } from './field.tsx'

type Given = {
  readonly formKey: string
  readonly next: string | null
  readonly form: FormState | null
  /** Empty outside a demonstration. */
  readonly demo: readonly DemoTerritory[]
}

/** Sign-in by invitation and, in a demonstration, people to look through. */
export function SignInPage({ formKey, next, form, demo }: Given) {
  const words = texts.signIn
  return (
    <>
      <AccountErrors form={form} title={words.problem} />
      <div class="pl-head">
        <div>
          <h1 class="govuk-heading-xl">{words.heading}</h1>
          <p class="pl-head__more">
            {words.openWithout}{' '}
            <a class="govuk-link" href={paths.register({})}>
              {words.openWithoutLink}
            </a>
            .
          </p>
        </div>
      </div>
      <div class="pl-cols pl-cols--signin">
        <section class="pl-sheet" aria-labelledby="own">
          <h2 class="govuk-heading-m" id="own">
            {words.byInvitation}
          </h2>
          <form method="post" action={paths.signIn({})} noValidate>
            <Hidden formKey={formKey} next={next} />
            <AccountField
              name="email"
              label={words.email}
              type="email"
              autocomplete="username"
              form={form}
              value={typed(form, 'email')}
            />
            <AccountField name="password" label={words.password} type="password" autocomplete="current-password" form={form} />
            <button class="govuk-button" type="submit">
              {words.button}
            </button>
          </form>
          <p class="govuk-body pl-small pl-quiet">{words.help}</p>
        </section>
        {demo.length > 0 && <DemoPeople formKey={formKey} next={next} demo={demo} />}
      </div>
    </>
  )
}

function DemoPeople({ formKey, next, demo }: Pick<Given, 'formKey' | 'next' | 'demo'>) {
  return (
    <section aria-labelledby="demo">
      <div class="pl-sheet__head">
        <h2 class="govuk-heading-m" id="demo">
          {texts.demo.heading}
        </h2>
      </div>
      <p class="govuk-body pl-quiet">{texts.demo.lead}</p>
      <form method="post" action={paths.demoSignIn({})}>
        <Hidden formKey={formKey} next={next} />
        {demo.map((territory) => (
          <section key={territory.code} aria-labelledby={`demo-${territory.code}`}>
            <h3 class="govuk-heading-s" id={`demo-${territory.code}`}>
              {territory.shortName}
            </h3>
            <ul class="pl-people">
              {territory.people.map((person) => (
                <li key={person.id}>
                  <button class="pl-who" type="submit" name="who" value={person.id}>
                    <span class="pl-person" aria-hidden="true">
                      {initialsOf(person.label)}
                    </span>
                    <span>
                      <b>{person.label}</b>
                      {person.roleLabel}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </form>
    </section>
  )
}

function Hidden({ formKey, next }: Pick<Given, 'formKey' | 'next'>) {
  return (
    <>
      <input type="hidden" name="_key" value={formKey} />
      {next && <input type="hidden" name="next" value={next} />}
    </>
  )
}

/** «МИ» of «Морозова И. А.» */
const initialsOf = (label: string): string =>
  label
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')

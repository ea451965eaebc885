import type { Ending } from '../../../authz/visitor.ts'
import { installationCode } from '../../../db/territories.ts'
import { counted } from '../../../kernel/plural.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { Columns, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { PeopleButtons } from '../../../ui/people-buttons.tsx'
import { paths } from '../../../web/paths.ts'
import type { DemoTerritory } from '../queries.ts'
import { texts } from '../texts.ts'

type SignInProps = {
  readonly next: string | null
  /** Why the session before is over. */
  readonly why: Ending | null
  readonly form: FormState | null
  /** Empty outside a demonstration. */
  readonly demo: readonly DemoTerritory[]
}

/** Sign-in by invitation and, in a demonstration, people to look through. */
export function SignInPage({ next, why, form, demo }: SignInProps) {
  const words = texts.signIn
  return (
    <>
      <ErrorSummary outcome={words.problem} form={form} />
      {why && (
        <Notice tone="wait" title={words.why[why]}>
          {next?.startsWith('/kept-forms/') && <p>{nb(words.kept)}</p>}
        </Notice>
      )}
      <PageHead title={words.heading} more={<OpenWithout />} large />
      <Columns kind="signin">
        <Sheet title={words.byInvitation}>
          <Stack>
            <Form action={paths.signIn({})} plain>
              {next && <input type="hidden" name="next" value={next} />}
              <TextField form={form} name="email" label={words.email} type="email" autoComplete="username" />
              <TextField form={form} name="password" label={words.password} type="password" autoComplete="current-password" />
              <SubmitButton>{words.button}</SubmitButton>
            </Form>
            <p class="govuk-body">
              <TextLink href={paths.forgottenPassword({})}>{words.forgotten}</TextLink>
            </p>
            <p class="govuk-body pl-small pl-quiet">{nb(words.help)}</p>
          </Stack>
        </Sheet>
        {demo.length > 0 && <DemoPeople demo={demo} next={next} />}
      </Columns>
    </>
  )
}

function OpenWithout() {
  return (
    <>
      {nb(texts.signIn.openWithout)} <TextLink href={paths.register({})}>{texts.signIn.openWithoutLink}</TextLink>.
    </>
  )
}

/** First a territory, then one of its people: a territory is opened without a script, and only one at a time. */
function DemoPeople({ demo, next }: Pick<SignInProps, 'demo' | 'next'>) {
  return (
    <section aria-labelledby="demo">
      <h2 class="govuk-heading-m" id="demo">
        {texts.demo.heading}
      </h2>
      <p class="govuk-body pl-quiet">{nb(texts.demo.lead)}</p>
      {demo.map(({ code, shortName, people }) => (
        <section key={code} aria-labelledby={`demo-${code}`}>
          <details class="pl-choice" name="demo" open={demo.length === 1 || isOf(code, next)}>
            <summary>
              <h3 class="govuk-heading-s" id={`demo-${code}`}>
                {nb(shortName)}
              </h3>
              <span class="pl-small pl-quiet">{counted(people.length, 'человек', 'человека', 'человек')}</span>
            </summary>
            <PeopleButtons
              action={paths.demoSignIn({})}
              name="who"
              people={people.map(({ id, label, roleLabel }) => ({ value: id, name: label, post: roleLabel }))}
              next={next ?? undefined}
            />
          </details>
        </section>
      ))}
    </section>
  )
}

const homeOf = (code: string) => (code === installationCode ? paths.installation({}) : paths.tasks({ territory: code }))
const isOf = (code: string, next: string | null) => next !== null && `${next}/`.startsWith(`${homeOf(code)}/`)

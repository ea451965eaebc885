import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { ButtonLink, Columns, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { QrCode } from '../../../ui/qr-code.tsx'
import { paths } from '../../../web/paths.ts'
import { texts } from '../texts.ts'

const { access, secondStep, secondFactor: words } = texts

/** After the password: the code. */
export function SecondStepPage({ next, email, form }: { next: string | null; email: string; form: FormState | null }) {
  return (
    <>
      <ErrorSummary outcome={texts.signIn.problem} form={form} />
      <PageHead title={secondStep.title} more={nb(secondStep.lead(email))} large />
      <Columns kind="signin">
        <Sheet>
          <Stack>
            <Form action={paths.secondStep({})} plain>
              {next && <input type="hidden" name="next" value={next} />}
              <CodeField form={form} label={secondStep.code} hint={secondStep.hint} />
              <SubmitButton>{secondStep.button}</SubmitButton>
            </Form>
            <p class="govuk-body">
              <TextLink href={paths.signIn({})}>{secondStep.other}</TextLink>
            </p>
            <p class="govuk-body pl-small pl-quiet">{nb(secondStep.lost)}</p>
          </Stack>
        </Sheet>
      </Columns>
    </>
  )
}

const CodeField = ({ form, label, hint }: { form: FormState | null; label: string; hint?: string }) => (
  <TextField form={form} name="code" label={label} hint={hint} width={20} autoComplete="one-time-code" />
)

type SecondFactorProps = {
  /** Null: not connected. */
  readonly recoveryLeft: number | null
  readonly isDemanded: boolean
  readonly form: FormState | null
}

/** The second factor on the page of one's own access. */
export function SecondFactorSheet({ recoveryLeft, isDemanded, form }: SecondFactorProps) {
  const isOn = recoveryLeft !== null
  return (
    <Sheet title={words.title}>
      <p class="govuk-body">{nb(isOn ? `${words.on} ${words.left(recoveryLeft)}` : words.off)}</p>
      {isDemanded && <p class="govuk-body">{nb(words.demanded)}</p>}
      <Form action={isOn ? paths.secondFactorEnds({}) : paths.secondFactor({})} label={words.title} plain>
        <TextField form={form} name="ownPassword" label={access.current} type="password" autoComplete="current-password" />
        {isOn && <CodeField form={form} label={secondStep.code} hint={secondStep.hint} />}
        <SubmitButton kind="secondary">{isOn ? words.end : words.begin}</SubmitButton>
      </Form>
    </Sheet>
  )
}

type ConnectProps = { readonly secret: string; readonly address: string; readonly form: FormState | null }

/** The secret for an app, as a picture and as letters, and the first code back. */
export function ConnectPage({ secret, address, form }: ConnectProps) {
  return (
    <>
      <ErrorSummary outcome={access.problem} form={form} />
      <PageHead title={words.connect} />
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body">{nb(words.scan)}</p>
          <QrCode text={address} label={words.picture} />
          <p class="govuk-body">
            <TextLink href={address}>{words.here}</TextLink>
          </p>
          <p class="govuk-body">{nb(words.orType)}</p>
          <p class="govuk-body pl-num">{secret.match(/.{1,4}/g)?.join(' ')}</p>
          <Form action={paths.secondFactorProofs({})} plain>
            <CodeField form={form} label={words.proof} />
            <SubmitButton>{words.confirm}</SubmitButton>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

/** The recovery codes, shown once. */
export function RecoveryCodesPage({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <PageHead title={words.codes} more={nb(words.codesLead)} />
      <Columns kind="form">
        <Sheet>
          <ol class="govuk-list govuk-list--number">
            {codes.map((code) => (
              <li class="pl-num">{code}</li>
            ))}
          </ol>
          <ButtonLink href={paths.access({})}>{words.kept}</ButtonLink>
        </Sheet>
      </Columns>
    </>
  )
}

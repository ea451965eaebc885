import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { SubmitButton } from '../../../ui/frame.ts'
import { leastPassword } from '../rules.ts'
import { texts } from '../texts.ts'

type PasswordFormProps = { action: string; email: string; form: FormState | null; button: string }

/** One field: the new password of an e-mail. */
export function PasswordForm({ action, email, form, button }: PasswordFormProps) {
  const words = texts.password
  return (
    <Form action={action} plain>
      {/* Tells a keeper of passwords whose password this is. */}
      <input type="email" name="email" value={email} autocomplete="username" readonly hidden />
      <TextField
        form={form}
        name="password"
        label={words.label}
        hint={words.hint(leastPassword)}
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton>{button}</SubmitButton>
    </Form>
  )
}

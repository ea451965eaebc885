import { describedBy, type FieldProps, FormGroup, messageOf, useFieldId } from './field.tsx'
import { valueOf } from './form-state.ts'

/** Text of several lines. */
export function TextArea({ form, name, label, hint, initial, rows = 4 }: FieldProps & { rows?: number }) {
  const id = useFieldId(name)
  const error = messageOf(form, name)
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <textarea
        class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        {...describedBy(id, hint, error)}
      >
        {/* A browser drops the first line break of a text area. */}
        {keepFirstBreak(valueOf(form, name, initial))}
      </textarea>
    </FormGroup>
  )
}

const keepFirstBreak = (text: string) => (text.startsWith('\n') ? `\n${text}` : text)

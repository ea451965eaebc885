import { describedBy, type FieldProps, FormGroup, fieldId, messageOf } from './field.tsx'

type FileFieldProps = Omit<FieldProps, 'initial'> & {
  /** Endings the browser offers: «.docx,.pdf». */ accept?: string
  multiple?: boolean
}

/** A file. What may be attached and how large is said in the hint; the form needs `files`. */
export function FileField({ form, name, label, hint, accept, multiple }: FileFieldProps) {
  const id = fieldId(name)
  const error = messageOf(form, name)
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        class={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        {...describedBy(id, hint, error)}
      />
    </FormGroup>
  )
}

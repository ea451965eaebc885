import { partOf } from '../../kernel/records.ts'

/** The submission on which a status is ended was said once with that on which it is given; a status had no rules of extension, suspension and number. */
export function raiseStatus(document: unknown): unknown {
  const status = partOf(document, 'status')
  if (typeof document !== 'object' || document === null || typeof status !== 'object') return document
  const termination = partOf(document, 'termination')
  const isOld = typeof termination === 'object' && termination !== null && !('onSubmissionOfOperator' in termination)
  const byAuthority = partOf(termination, 'decidedBy') === 'authority'
  return {
    extension: null,
    suspension: null,
    limits: null,
    ...document,
    ...(isOld && {
      termination: {
        ...termination,
        onSubmissionOfOperator: byAuthority && partOf(status, 'onSubmissionOfOperator') === true,
      },
    }),
  }
}

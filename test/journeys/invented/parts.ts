/** A field that a paper asks for, as the editor takes it. */
export const field = (caption: string, kind: string, clause: string) => ({
  ...{ caption, kind, required: true, options: [], clause: [clause] },
})
/** A step decided by one person, of which the paper says no more. */
export const step = { how: 'one', due: null, silence: 'nothing', onRefusal: null }

/** What keeps a regulation from loading: every problem names the file, the rule and the reason. */
export class RegulationError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'RegulationError'
    this.problems = problems
  }
}

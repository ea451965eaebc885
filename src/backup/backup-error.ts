/** A copy cannot be taken, read or restored. The message is a Russian sentence that says what to do. */
export class BackupError extends Error {}

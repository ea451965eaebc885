const megabyte = 1024 * 1024

/** «3,4 МБ», «12 КБ» */
export const fileSize = (bytes: number): string =>
  bytes < megabyte
    ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0КБ`
    : `${(bytes / megabyte).toFixed(1).replace('.', ',')}\u00a0МБ`

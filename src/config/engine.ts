/** The engine that the user named, for Docker's own tools too. */
export function givenEngine(): string | undefined {
  const given = process.env['DOCKER_HOST'];
  return given === '' ? undefined : given;
}

/** Where the container engine is expected: where the user says, else at the usual socket of the system. */
export function engineAddress(): string {
  const given = givenEngine();
  if (given !== undefined) return given;
  return process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';
}

/** Testcontainers' own switch: no container that removes what a killed run left. */
export const isReaperOff = (): boolean => process.env['TESTCONTAINERS_RYUK_DISABLED'] === 'true';

/** Name or address of this machine that it and its containers both find; for engines whose network no rule knows. */
export const givenHostAddress = (): string | undefined => process.env['DCRH_HOST_ADDRESS'];

/** What our own images are built on, when the user wants another one than the harness chooses. */
export const givenImageBase = (): string | undefined => process.env['DCRH_IMAGE_BASE'];

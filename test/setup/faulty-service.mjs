/** The service, with a mistake that happens when SIGUSR2 comes: `throw` in a timer, or a rejection nobody hears. */
process.on('SIGUSR2', () => {
  if (process.env.MISTAKE === 'throw')
    setTimeout(() => { throw new TypeError('planted'); }, 1); // prettier-ignore
  else void Promise.reject(new TypeError('planted'));
});
await import('../../dist/src/main.js');

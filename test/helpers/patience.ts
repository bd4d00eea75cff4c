import { configure } from '@testing-library/preact';

/** ms: it ends what never comes and measures nothing, so a busy machine may take its time. */
configure({ asyncUtilTimeout: 30_000 });

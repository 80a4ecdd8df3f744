import {findingAt, type ProseRule} from '../block';

const sayNothing = /^(?:click )?(?:here|this|this page|link|more|read more|see more|learn more|details)$/i;

/** A link text has to make sense on its own: screen readers list links without their context. */
export const checkLinks: ProseRule = block =>
  block.links
    .filter(({text}) => sayNothing.test(text.trim()))
    .map(({text, offset}) =>
      findingAt(
        block,
        offset,
        'link',
        `“${text}” says nothing alone: write on the link what it leads to, such as “how a key is refused”.`,
      ),
    );

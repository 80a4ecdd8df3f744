export {default as oasToSnippet} from '@readme/oas-to-snippet';
export {default as Oas} from 'oas';

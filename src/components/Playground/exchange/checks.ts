/** What Send looks for in a request before it leaves, loaded by the first press. */
export {faultInForm} from '../../../request/form/fieldFaults';
export {validateValues} from '../../../request/form/validate';
export {checkRequest} from '../../../request/wire/checkRequest';

import { orderService } from '../onramp-orders/order-service.ts';
import { transak } from '../onramp-orders/transak.ts';

export default orderService(transak);

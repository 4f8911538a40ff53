import { moonpay } from '../onramp-orders/moonpay.ts';
import { orderService } from '../onramp-orders/order-service.ts';

export default orderService(moonpay);

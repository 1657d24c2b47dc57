"""What shops' files call their columns: the names that other programs write into their exports.

Keyed by our own field names. Spaces, case and punctuation do not matter (`Unit Price`,
`unit_price` and `UnitPrice` are one), so each is written once.
"""

COMMON: dict[str, tuple[str, ...]] = {
    "sku": (
        "SKU", "Stock code", "Item code", "Product code", "Product ID", "Article", "Article number",
        "Part number", "Variant SKU", "Seller SKU", "Merchant SKU", "MSKU", "Internal reference",
        "Item no", "REF", "货号", "商品编码", "商品编号", "商品货号", "商家编码", "产品编码",
        "产品编号", "物料编码", "存货编码", "款号", "编码", "Code",
    ),
    "name": (
        "Name", "Product name", "Item name", "Product", "Item", "Title", "Description", "Nombre",
        "商品名称", "品名", "产品名称", "商品", "名称", "存货名称", "物料名称", "货品名称",
        "商品标题", "宝贝标题", "选购商品",
    ),
    "barcode": (
        "Barcode", "Bar code", "EAN", "EAN13", "GTIN", "UPC", "Variant barcode",
        "Codigo de barras", "条码", "条形码", "商品条码", "国际条码", "69码",
    ),
    "category": (
        "Category", "Categories", "Product category", "Type", "Group", "Categoria", "Department",
        "分类", "类别", "商品分类", "商品类别", "类目", "品类",
    ),
    "unit": ("Unit", "UOM", "Unit of measure", "Stock unit", "单位", "计量单位", "基本单位"),
    "price": (
        "Price", "Unit price", "Sale price", "Sales price", "List price", "Retail price",
        "Regular price", "Variant price", "Selling price", "Precio", "单价", "售价", "零售价",
        "销售价", "销售单价", "标价", "价格",
    ),
    "cost": (
        "Cost", "Unit cost", "Cost price", "Purchase price", "Standard cost", "Cost per item",
        "Buying price", "Coste", "成本", "成本价", "成本单价", "进价", "采购价", "进货价",
        "单位成本",
    ),
    "tax": ("Tax", "Tax rate", "VAT", "VAT rate", "Tax %", "税率", "增值税率", "税率%"),
    "minimum": (
        "Minimum", "Min stock", "Minimum stock", "Reorder level", "Reorder point",
        "Low stock amount", "Safety stock", "最低库存", "安全库存", "库存下限", "最小库存",
    ),
    "quantity": (
        "Quantity", "Qty", "Count", "Units", "Pieces", "Quantity purchased", "Units sold",
        "Lineitem quantity", "数量", "商品数量", "销售数量", "件数", "购买数量",
    ),
    "on_hand": (
        "On hand", "Stock", "Units in stock", "Inventory", "Quantity on hand", "Available",
        "Variant inventory qty", "库存", "库存数量", "现存量", "即时库存", "期初数量", "期初库存",
        "结存数量",
    ),
    "supplier": (
        "Supplier", "Vendor", "Supplier name", "Vendor name", "供应商", "供应商名称", "供货商",
    ),
    "customer": (
        "Customer", "Customer ID", "Client", "Buyer", "Customer name", "Customer code", "客户",
        "客户名称", "客户编码", "客户编号", "买家", "会员",
    ),
    "code": ("Code", "ID", "No", "Number", "Reference", "编码", "编号", "代码", "代号"),
    "phone": ("Phone", "Telephone", "Business phone", "Mobile", "Mobile phone", "Tel", "电话",
              "手机", "联系电话", "手机号", "联系方式"),
    "email": ("Email", "E-mail", "Mail", "Email address", "邮箱", "电子邮箱", "电子邮件"),
    "address": ("Address", "Street", "Address 1", "Ship address 1", "地址", "联系地址", "收货地址",
                "详细地址"),
    "contact": ("Contact", "Contact name", "Contact person", "联系人", "收货人", "收件人"),
    "tax_id": ("Tax ID", "VAT number", "Tax number", "税号", "纳税人识别号", "统一社会信用代码"),
    "number": (
        "Invoice no", "Invoice", "Invoice number", "Order", "Order ID", "Order no", "Order number",
        "Document", "Document number", "Transaction", "单号", "单据编号", "订单号", "订单编号",
        "主订单编号", "发票号", "发票号码", "凭证号",
    ),
    "at": (
        "Date", "Invoice date", "Order date", "Sale date", "Date time", "Time", "Purchase date",
        "Created at", "Transaction date", "日期", "时间", "单据日期", "订单日期", "订单创建时间",
        "订单提交时间", "交易时间", "交易日期", "开票日期", "业务日期",
    ),
    "amount": (
        "Amount", "Total", "Total amount", "Line total", "Item total", "Net sales", "Subtotal",
        "金额", "总金额", "交易金额", "合计金额", "价税合计",
    ),
    "discount": ("Discount", "Discount amount", "Discount %", "折扣", "优惠", "折扣额", "折扣率"),
    "warehouse": ("Warehouse", "Location", "Store", "仓库", "仓库名称", "库位", "门店"),
    "country": ("Country", "Ship country", "Country region", "国家", "国家地区"),
    "note": ("Note", "Notes", "Remark", "Remarks", "Comment", "Comments", "Memo", "备注", "说明",
             "附注"),
}  # fmt: skip

# Names that go before our own: beside a regular price, a sale price is one of a sale (WooCommerce).
FIRST: dict[str, tuple[str, ...]] = {"price": ("Regular price",)}

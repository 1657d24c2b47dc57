<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Acts</name>
        <message>
            <source>added</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>有改动</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>调整了顺序</translation>
        </message>
        <message>
            <source>taken out</source>
            <translation>删去</translation>
        </message>
        <message>
            <source>{0} lines</source>
            <translation>{0} 行</translation>
        </message>
        <message>
            <source>{0} {1} → {2}</source>
            <translation>{0} {1} → {2}</translation>
        </message>
    </context>
    <context>
        <name>Assembly</name>
        <message>
            <source>Assemble</source>
            <translation>组装</translation>
        </message>
        <message>
            <source>Each</source>
            <translation>单位成本</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>加工费</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>成品批次</translation>
        </message>
        <message>
            <source>New assembly</source>
            <translation>新建组装拆卸单</translation>
        </message>
        <message>
            <source>Owed to</source>
            <translation>应付给</translation>
        </message>
        <message>
            <source>Paid later</source>
            <translation>不填：以后再付</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Parts will cost</source>
            <translation>配件成本</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Product to make</source>
            <translation>要组装的商品</translation>
        </message>
        <message>
            <source>Put together</source>
            <translation>用配件组装</translation>
        </message>
        <message>
            <source>Say which</source>
            <translation>批号、效期、库位</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>拆卸</translation>
        </message>
        <message>
            <source>Taken apart, worth about</source>
            <translation>拆卸商品约值</translation>
        </message>
        <message>
            <source>Total cost</source>
            <translation>总成本</translation>
        </message>
        <message>
            <source>What</source>
            <translation>方式</translation>
        </message>
    </context>
    <context>
        <name>Bank</name>
        <message>
            <source>Account</source>
            <translation>科目</translation>
        </message>
        <message>
            <source>At the bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Difference {0}</source>
            <translation>相差 {0}</translation>
        </message>
        <message>
            <source>Enter expense…</source>
            <translation>记费用…</translation>
        </message>
        <message>
            <source>Enter the rest as bank fees</source>
            <translation>差额记手续费</translation>
        </message>
        <message>
            <source>Enter this line</source>
            <translation>补记这一笔</translation>
        </message>
        <message>
            <source>Every line finds its payment, and what is missing on either side shows</source>
            <translation>每笔流水找到对应的收付款，哪边缺了一目了然</translation>
        </message>
        <message>
            <source>Every line of the bank is matched</source>
            <translation>银行流水都对上了</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter by words or document</source>
            <translation>按摘要或单号筛选</translation>
        </message>
        <message>
            <source>Import a statement…</source>
            <translation>导入对账单…</translation>
        </message>
        <message>
            <source>Import statement…</source>
            <translation>导入对账单…</translation>
        </message>
        <message>
            <source>In the books</source>
            <translation>账面</translation>
        </message>
        <message>
            <source>Lay the bank's statement beside the books</source>
            <translation>用银行对账单核对账面</translation>
        </message>
        <message>
            <source>Lines of the next statement will stand here</source>
            <translation>下一份对账单的流水会列在这里</translation>
        </message>
        <message>
            <source>Mark what is the same money</source>
            <translation>请勾选同一笔钱</translation>
        </message>
        <message>
            <source>Match</source>
            <translation>对上</translation>
        </message>
        <message>
            <source>Match automatically</source>
            <translation>自动对账</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>已对账</translation>
        </message>
        <message>
            <source>Matches taken apart: {0}</source>
            <translation>已取消 {0} 笔匹配</translation>
        </message>
        <message>
            <source>Move money…</source>
            <translation>资金转账…</translation>
        </message>
        <message>
            <source>Not in the books</source>
            <translation>账上未记</translation>
        </message>
        <message>
            <source>Not yet at the bank</source>
            <translation>银行未记</translation>
        </message>
        <message>
            <source>Nothing is matched yet</source>
            <translation>还没有对上的</translation>
        </message>
        <message>
            <source>Nothing marked</source>
            <translation>未勾选</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未对账</translation>
        </message>
        <message>
            <source>Pay supplier…</source>
            <translation>付款…</translation>
        </message>
        <message>
            <source>Payments stand here until the bank has them</source>
            <translation>银行还没记的收付款会列在这里</translation>
        </message>
        <message>
            <source>Reconciliation</source>
            <translation>对账</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>取消匹配</translation>
        </message>
        <message>
            <source>Take payment…</source>
            <translation>收款…</translation>
        </message>
        <message>
            <source>Taking apart changes neither the books nor the statement.</source>
            <translation>取消匹配不改变账面，也不改变对账单。</translation>
        </message>
        <message>
            <source>The bank has all that is in the books</source>
            <translation>账上的银行都有了</translation>
        </message>
        <message>
            <source>The rest is entered as bank fees, and all of it is matched</source>
            <translation>差额已记手续费，全部对上</translation>
        </message>
        <message>
            <source>Unexplained</source>
            <translation>未说明差额</translation>
        </message>
        <message>
            <source>What is the same money at the bank and in the books stands here</source>
            <translation>银行与账面是同一笔钱的列在这里</translation>
        </message>
        <message>
            <source>a statement is missing</source>
            <translation>缺少一份对账单</translation>
        </message>
        <message>
            <source>automatically</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>{0} marked · {1}</source>
            <translation>勾选 {0} 笔 · {1}</translation>
        </message>
        <message>
            <source>{0} of {1} lines of the bank matched</source>
            <translation>{1} 笔流水中对上 {0} 笔</translation>
        </message>
    </context>
    <context>
        <name>Bins</name>
        <message>
            <source>From</source>
            <translation>起始号</translation>
        </message>
        <message>
            <source>To</source>
            <translation>结束号</translation>
        </message>
    </context>
    <context>
        <name>Catalogue</name>
        <message>
            <source>1 order</source>
            <translation>1 单</translation>
        </message>
        <message>
            <source>= stock value {0} ÷ {1} {2}</source>
            <translation>= 结存金额 {0} ÷ {1} {2}</translation>
        </message>
        <message>
            <source>A case, a dozen: how many it holds</source>
            <translation>箱、打等大单位：每个装多少</translation>
        </message>
        <message>
            <source>ABC class</source>
            <translation>ABC 分类</translation>
        </message>
        <message>
            <source>Add barcode</source>
            <translation>加条码</translation>
        </message>
        <message>
            <source>All its variants</source>
            <translation>查看全部规格</translation>
        </message>
        <message>
            <source>All moves</source>
            <translation>全部流水</translation>
        </message>
        <message>
            <source>Allow it</source>
            <translation>允许</translation>
        </message>
        <message>
            <source>Allow it with a warning</source>
            <translation>允许，但提醒</translation>
        </message>
        <message>
            <source>Assemble</source>
            <translation>组装</translation>
        </message>
        <message>
            <source>Assemble or take apart…</source>
            <translation>组装或拆卸…</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Barcodes (scan here)</source>
            <translation>条码（可直接扫码）</translation>
        </message>
        <message>
            <source>Barcodes and units</source>
            <translation>条码与单位</translation>
        </message>
        <message>
            <source>Bought in</source>
            <translation>采购单位</translation>
        </message>
        <message>
            <source>Buying price without tax</source>
            <translation>不含税进价</translation>
        </message>
        <message>
            <source>By lot</source>
            <translation>按批次</translation>
        </message>
        <message>
            <source>By lot or serial number</source>
            <translation>个别计价（批次或序列号）</translation>
        </message>
        <message>
            <source>By serial number</source>
            <translation>按序列号</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Change costing…</source>
            <translation>更改计价方法…</translation>
        </message>
        <message>
            <source>Change names, prices and minimums here</source>
            <translation>在列表中修改名称、价格和最低库存</translation>
        </message>
        <message>
            <source>Change the costing</source>
            <translation>从那天起这样计价</translation>
        </message>
        <message>
            <source>Change the unit</source>
            <translation>更改单位</translation>
        </message>
        <message>
            <source>Change to a smaller unit…</source>
            <translation>改用更小的单位…</translation>
        </message>
        <message>
            <source>Choose the product that stays.</source>
            <translation>请选择要保留的商品。</translation>
        </message>
        <message>
            <source>Choose the products that need a label first.</source>
            <translation>请先选中要打标签的商品。</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Cost is an estimate</source>
            <translation>成本为估算</translation>
        </message>
        <message>
            <source>Cost per {0} now</source>
            <translation>现在每{0}成本</translation>
        </message>
        <message>
            <source>Cost, lots, weight</source>
            <translation>成本、批次与重量</translation>
        </message>
        <message>
            <source>Costing</source>
            <translation>计价方法</translation>
        </message>
        <message>
            <source>Costing and planning</source>
            <translation>计价与补货</translation>
        </message>
        <message>
            <source>Count {0} in a smaller unit</source>
            <translation>{0} 改用更小的单位</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>到货天数</translation>
        </message>
        <message>
            <source>Discontinue</source>
            <translation>停售</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Enter adds a supplier: name or code</source>
            <translation>回车加一家供应商：名称或编码</translation>
        </message>
        <message>
            <source>Enter the first one, or bring your list from Excel</source>
            <translation>录入第一个商品，或从 Excel 导入</translation>
        </message>
        <message>
            <source>Filter by name, code, barcode, initials</source>
            <translation>按名称、编码、条码、拼音首字母筛选</translation>
        </message>
        <message>
            <source>First in, first out</source>
            <translation>先进先出</translation>
        </message>
        <message>
            <source>Follow what is sold (safety + days × sales)</source>
            <translation>随销量变化（安全库存 + 天数 × 日销）</translation>
        </message>
        <message>
            <source>Forecast</source>
            <translation>预测</translation>
        </message>
        <message>
            <source>From</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>Further units</source>
            <translation>其他单位</translation>
        </message>
        <message>
            <source>Give it a name</source>
            <translation>请填写名称</translation>
        </message>
        <message>
            <source>Goods, kept in stock</source>
            <translation>商品，管库存</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>换算</translation>
        </message>
        <message>
            <source>How {0} is costed</source>
            <translation>{0} 的计价方法</translation>
        </message>
        <message>
            <source>In and out by day</source>
            <translation>每日进销存</translation>
        </message>
        <message>
            <source>In and out by month</source>
            <translation>每月进销存</translation>
        </message>
        <message>
            <source>In and out by week</source>
            <translation>每周进销存</translation>
        </message>
        <message>
            <source>Its stock goes over with quantity and value, its barcodes find the other one, and it is sold no more. Its history stays.</source>
            <translation>库存连同数量和金额一起转过去，它的条码会找到保留的商品，本商品停售，历史记录保留。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Kit, sold as one from its parts</source>
            <translation>套装，整套卖、按组成出库</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Last moves</source>
            <translation>最近流水</translation>
        </message>
        <message>
            <source>Lead time</source>
            <translation>到货需要</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>结存</translation>
        </message>
        <message>
            <source>Lots</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Made of</source>
            <translation>组成</translation>
        </message>
        <message>
            <source>Make variants…</source>
            <translation>生成规格…</translation>
        </message>
        <message>
            <source>Makes</source>
            <translation>可配</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Merge into another product…</source>
            <translation>合并到另一个商品…</translation>
        </message>
        <message>
            <source>Merge {0} into another product</source>
            <translation>把 {0} 合并到另一个商品</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>已合并到</translation>
        </message>
        <message>
            <source>Merged into this one</source>
            <translation>并入的商品</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>最低库存</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More variants</source>
            <translation>增加规格</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>流水</translation>
        </message>
        <message>
            <source>Moving average</source>
            <translation>移动加权平均</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name or code</source>
            <translation>名称或编码</translation>
        </message>
        <message>
            <source>Name, code or barcode</source>
            <translation>名称、货号或条码</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新建商品</translation>
        </message>
        <message>
            <source>No products yet</source>
            <translation>还没有商品</translation>
        </message>
        <message>
            <source>No supplier yet</source>
            <translation>还没有供应商</translation>
        </message>
        <message>
            <source>Not tracked</source>
            <translation>不跟踪</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing has come or gone yet.</source>
            <translation>还没有出入库记录。</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>在手</translation>
        </message>
        <message>
            <source>On order</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>On the way: {0}</source>
            <translation>在途：{0}</translation>
        </message>
        <message>
            <source>One of this equals how many of that</source>
            <translation>一个折合保留商品的数量</translation>
        </message>
        <message>
            <source>One piece</source>
            <translation>每个</translation>
        </message>
        <message>
            <source>One {0} holds</source>
            <translation>一{0}装多少</translation>
        </message>
        <message>
            <source>Only for what you assemble yourself from other goods.</source>
            <translation>只有自己用其他商品组装的才需要填写。</translation>
        </message>
        <message>
            <source>Order more</source>
            <translation>补货</translation>
        </message>
        <message>
            <source>Order up to</source>
            <translation>补货到</translation>
        </message>
        <message>
            <source>Ordered below {0} {1}</source>
            <translation>低于 {0} {1} 时订货</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>包装数</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Parts of one</source>
            <translation>每件用料</translation>
        </message>
        <message>
            <source>Paste cells</source>
            <translation>粘贴单元格</translation>
        </message>
        <message>
            <source>Per unit</source>
            <translation>每个用量</translation>
        </message>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>Pieces beside the weight</source>
            <translation>重量之外的件数单位</translation>
        </message>
        <message>
            <source>Pieces there</source>
            <translation>现有件数</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>进价</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Print labels</source>
            <translation>打印标签</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quantity and value stay as they are at this moment; what was sold before keeps its cost.</source>
            <translation>此刻的数量和金额不变，之前已售的成本也不变。</translation>
        </message>
        <message>
            <source>Refuse it</source>
            <translation>不允许</translation>
        </message>
        <message>
            <source>Reorder below</source>
            <translation>低于多少要补货</translation>
        </message>
        <message>
            <source>Reorder point</source>
            <translation>订货点</translation>
        </message>
        <message>
            <source>Reordering</source>
            <translation>补货</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Safety stock</source>
            <translation>安全库存</translation>
        </message>
        <message>
            <source>Sale price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Sale price with tax</source>
            <translation>含税售价</translation>
        </message>
        <message>
            <source>Sale price without tax</source>
            <translation>不含税售价</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Scan or type a code, then Enter</source>
            <translation>扫码或输入条码，按回车</translation>
        </message>
        <message>
            <source>Sell again</source>
            <translation>恢复销售</translation>
        </message>
        <message>
            <source>Selling more than in stock</source>
            <translation>超库存销售</translation>
        </message>
        <message>
            <source>Service, no stock</source>
            <translation>服务，不管库存</translation>
        </message>
        <message>
            <source>Shelf life</source>
            <translation>保质期</translation>
        </message>
        <message>
            <source>Smallest unit</source>
            <translation>最小单位</translation>
        </message>
        <message>
            <source>Smallest unit from now on</source>
            <translation>以后的最小单位</translation>
        </message>
        <message>
            <source>Sold in</source>
            <translation>销售单位</translation>
        </message>
        <message>
            <source>Sold in 30 days</source>
            <translation>近 30 天销量</translation>
        </message>
        <message>
            <source>Standard cost</source>
            <translation>标准成本</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Stock by warehouse</source>
            <translation>各仓库存</translation>
        </message>
        <message>
            <source>Stock shown in</source>
            <translation>库存显示单位</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Suppliers and ordering</source>
            <translation>供应商与补货</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>The first one is the usual supplier · {0} moves a line up, {1} removes it</source>
            <translation>第一行是常用供应商 · {0} 上移，{1} 删除</translation>
        </message>
        <message>
            <source>The kit is one line at one price; its parts leave the shelf.</source>
            <translation>套装按一行、一个价卖，出库的是它的组成商品。</translation>
        </message>
        <message>
            <source>The minimum follows the use, {0} {1} to be safe</source>
            <translation>最低库存随用量变化，安全库存 {0} {1}</translation>
        </message>
        <message>
            <source>The minimum follows the use: safety + daily use × days</source>
            <translation>最低库存随用量变化：安全库存 + 日均用量 × 到货天数</translation>
        </message>
        <message>
            <source>The product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>The product that stays</source>
            <translation>保留的商品</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Tracked</source>
            <translation>批次跟踪</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation>单位成本</translation>
        </message>
        <message>
            <source>Usual supplier</source>
            <translation>默认供应商</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Variant of</source>
            <translation>所属款</translation>
        </message>
        <message>
            <source>Variants</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>体积</translation>
        </message>
        <message>
            <source>Volume of one</source>
            <translation>单件体积</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重量</translation>
        </message>
        <message>
            <source>Weight of one</source>
            <translation>单件重量</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>What will come and go</source>
            <translation>未来库存</translation>
        </message>
        <message>
            <source>Where the cost comes from</source>
            <translation>成本从哪里来</translation>
        </message>
        <message>
            <source>as it came</source>
            <translation>入库时</translation>
        </message>
        <message>
            <source>bought</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>by lot</source>
            <translation>按批次</translation>
        </message>
        <message>
            <source>by serial number</source>
            <translation>按序列号</translation>
        </message>
        <message>
            <source>came</source>
            <translation>入库</translation>
        </message>
        <message>
            <source>can be promised: {0}</source>
            <translation>可承诺：{0}</translation>
        </message>
        <message>
            <source>changed by {0}</source>
            <translation>由 {0} 调整</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>difference of what was sold below zero</source>
            <translation>负库存销售的成本差额</translation>
        </message>
        <message>
            <source>difference to the standard cost</source>
            <translation>与标准成本的差异</translation>
        </message>
        <message>
            <source>gone with {1} × {5}</source>
            <translation>{5} {1} 笔，出</translation>
        </message>
        <message>
            <source>left at the end</source>
            <translation>期末结存</translation>
        </message>
        <message>
            <source>less what else came out of {0}</source>
            <translation>减去 {0} 的其他产出</translation>
        </message>
        <message>
            <source>less what stayed there</source>
            <translation>减去留在那里的</translation>
        </message>
        <message>
            <source>margin {0}%</source>
            <translation>毛利 {0}%</translation>
        </message>
        <message>
            <source>no barcode</source>
            <translation>无条码</translation>
        </message>
        <message>
            <source>not shared out by {0}</source>
            <translation>{0} 未分摊的</translation>
        </message>
        <message>
            <source>out of what was in {2}</source>
            <translation>从“{2}”的库存中来</translation>
        </message>
        <message>
            <source>pcs</source>
            <translation>件</translation>
        </message>
        <message>
            <source>reorder {0}</source>
            <translation>订货点 {0}</translation>
        </message>
        <message>
            <source>sold</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>the work of {0}</source>
            <translation>{0} 的加工费</translation>
        </message>
        <message>
            <source>up to {0}</source>
            <translation>补到 {0}</translation>
        </message>
        <message>
            <source>went</source>
            <translation>出库</translation>
        </message>
        <message>
            <source>{0} a day</source>
            <translation>日均 {0}</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} 天</translation>
        </message>
        <message>
            <source>{0} earlier receipts</source>
            <translation>更早的入库 {0} 笔</translation>
        </message>
        <message>
            <source>{0} from {1}</source>
            <translation>{1} 起 {0}</translation>
        </message>
        <message>
            <source>{0} more on order without a day</source>
            <translation>另有 {0} 在订，未定到货日</translation>
        </message>
        <message>
            <source>{0} orders</source>
            <translation>{0} 单</translation>
        </message>
        <message>
            <source>{0} products discontinued</source>
            <translation>已停售 {0} 个商品</translation>
        </message>
        <message>
            <source>{0} stays as a further unit with its price and barcodes. Quantity, value and history are kept.</source>
            <translation>“{0}”保留为大单位，价格和条码不变；数量、金额和历史都保留。</translation>
        </message>
        <message>
            <source>{0} {1} can be promised now</source>
            <translation>现在可承诺 {0} {1}</translation>
        </message>
        <message>
            <source>{0} {1} too much was promised</source>
            <translation>已超额承诺 {0} {1}</translation>
        </message>
        <message>
            <source>{0} × {1}</source>
            <translation>{0}，{1} 笔</translation>
        </message>
        <message>
            <source>{1} earlier receipts</source>
            <translation>更早的 {1} 次入库</translation>
        </message>
        <message>
            <source>{3} × {4}</source>
            <translation>{3} × {4}</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>1 cell would change.</source>
            <translation>将修改 1 个单元格。</translation>
        </message>
        <message>
            <source>A product needs a name.</source>
            <translation>商品必须有名称。</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>单元格</translation>
        </message>
        <message>
            <source>Change 1 cell</source>
            <translation>修改 1 格</translation>
        </message>
        <message>
            <source>Change {0} cells</source>
            <translation>修改 {0} 个单元格</translation>
        </message>
        <message>
            <source>Copy cells in your spreadsheet first, then paste here.</source>
            <translation>请先在表格中复制单元格，再粘贴到这里。</translation>
        </message>
        <message>
            <source>It cannot be below zero.</source>
            <translation>不能小于零。</translation>
        </message>
        <message>
            <source>No product has this code.</source>
            <translation>没有这个货号的商品。</translation>
        </message>
        <message>
            <source>Paste into the list</source>
            <translation>粘贴到列表</translation>
        </message>
        <message>
            <source>The list has no more columns.</source>
            <translation>列表没有更多的列。</translation>
        </message>
        <message>
            <source>The list has no more rows.</source>
            <translation>列表没有更多的行。</translation>
        </message>
        <message>
            <source>This column cannot be changed here.</source>
            <translation>这一列不能在这里修改。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>a new category</source>
            <translation>新分类</translation>
        </message>
        <message>
            <source>{0} cannot be taken and are left as they are.</source>
            <translation>{0} 个无法采用，保持原样。</translation>
        </message>
        <message>
            <source>{0} cells would change.</source>
            <translation>将修改 {0} 个单元格。</translation>
        </message>
        <message>
            <source>{0} changed</source>
            <translation>已修改 {0}</translation>
        </message>
        <message>
            <source>{0} products changed</source>
            <translation>已修改 {0} 种商品</translation>
        </message>
        <message>
            <source>{0} say the same already.</source>
            <translation>{0} 个内容相同。</translation>
        </message>
    </context>
    <context>
        <name>Checked</name>
        <message>
            <source>Balances</source>
            <translation>结存</translation>
        </message>
        <message>
            <source>Bank matches</source>
            <translation>银行对账</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Journal entries</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Journal lines</source>
            <translation>凭证行</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>明细行</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>库存流水</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>收付款</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Settlements</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Value entries</source>
            <translation>成本记录</translation>
        </message>
    </context>
    <context>
        <name>Count</name>
        <message>
            <source>+{0}, {1} counted</source>
            <translation>+{0}，已盘 {1}</translation>
        </message>
        <message>
            <source>/ {0} products</source>
            <translation>/ {0} 种</translation>
        </message>
        <message>
            <source>1 product</source>
            <translation>1 种</translation>
        </message>
        <message>
            <source>A category</source>
            <translation>一个分类</translation>
        </message>
        <message>
            <source>A count of {0} is under way: {1} of {2} products counted.</source>
            <translation>“{0}”正在盘点：已盘 {1} / {2} 种。</translation>
        </message>
        <message>
            <source>A turnover class</source>
            <translation>一个周转等级</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>认可</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Another lot…</source>
            <translation>其他批次…</translation>
        </message>
        <message>
            <source>Arrival not booked</source>
            <translation>入库漏登</translation>
        </message>
        <message>
            <source>Blind</source>
            <translation>盲盘</translation>
        </message>
        <message>
            <source>Blind: nobody sees what the books say until the count is compared.</source>
            <translation>盲盘：对账之前，谁也看不到账面数量。</translation>
        </message>
        <message>
            <source>Book quantities</source>
            <translation>账面数量</translation>
        </message>
        <message>
            <source>Compare with the books</source>
            <translation>与账面对比</translation>
        </message>
        <message>
            <source>Count a warehouse or a category whenever it suits</source>
            <translation>随时可以盘一个仓库或一个分类</translation>
        </message>
        <message>
            <source>Count again</source>
            <translation>重盘</translation>
        </message>
        <message>
            <source>Count again if it differs by</source>
            <translation>差异达到多少就重盘</translation>
        </message>
        <message>
            <source>Count it</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Count of {0}</source>
            <translation>盘点 · {0}</translation>
        </message>
        <message>
            <source>Count shelf {0}</source>
            <translation>盘货架 {0}</translation>
        </message>
        <message>
            <source>Count these</source>
            <translation>计入盘点</translation>
        </message>
        <message>
            <source>Count thrown away</source>
            <translation>盘点已丢弃</translation>
        </message>
        <message>
            <source>Count what lies in no bin</source>
            <translation>盘不在库位里的货</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>已盘</translation>
        </message>
        <message>
            <source>Counted by</source>
            <translation>盘点人</translation>
        </message>
        <message>
            <source>Counted wrong before</source>
            <translation>上次盘错</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Differ</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>盘完</translation>
        </message>
        <message>
            <source>Everything in this warehouse</source>
            <translation>本仓库全部商品</translation>
        </message>
        <message>
            <source>Everything is counted</source>
            <translation>全部盘完</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>过期</translation>
        </message>
        <message>
            <source>Filter by number, warehouse, note</source>
            <translation>按单号、仓库、备注筛选</translation>
        </message>
        <message>
            <source>For example: monthly count of aisle A</source>
            <translation>例如：A 区月盘</translation>
        </message>
        <message>
            <source>Gift not booked</source>
            <translation>赠送漏登</translation>
        </message>
        <message>
            <source>Give it to {0}</source>
            <translation>派给 {0}</translation>
        </message>
        <message>
            <source>Go on counting</source>
            <translation>继续盘点</translation>
        </message>
        <message>
            <source>Just scanned</source>
            <translation>刚扫的</translation>
        </message>
        <message>
            <source>Leave both empty, and nothing has to be counted twice.</source>
            <translation>都留空就不要求重盘。</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>Lost or stolen</source>
            <translation>丢失或被盗</translation>
        </message>
        <message>
            <source>Lot or serial number</source>
            <translation>批次或序列号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>净差</translation>
        </message>
        <message>
            <source>No counts yet</source>
            <translation>还没有盘点</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>不写原因</translation>
        </message>
        <message>
            <source>Nobody's name</source>
            <translation>没写名字</translation>
        </message>
        <message>
            <source>Not counted</source>
            <translation>未盘</translation>
        </message>
        <message>
            <source>Not counted for so many days</source>
            <translation>多少天没盘过</translation>
        </message>
        <message>
            <source>Not done yet</source>
            <translation>还没盘完</translation>
        </message>
        <message>
            <source>Nothing differs</source>
            <translation>没有差异</translation>
        </message>
        <message>
            <source>Nothing is counted yet</source>
            <translation>还没有盘过商品</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>明盘</translation>
        </message>
        <message>
            <source>Or type what you see in “Not counted”.</source>
            <translation>也可以在“未盘”里直接输入数量。</translation>
        </message>
        <message>
            <source>Post the count</source>
            <translation>盘点过账</translation>
        </message>
        <message>
            <source>Post the count with Ctrl+Enter.</source>
            <translation>按 Ctrl+回车 过账。</translation>
        </message>
        <message>
            <source>Post what is counted</source>
            <translation>已盘的过账</translation>
        </message>
        <message>
            <source>Print count sheet</source>
            <translation>打印盘点表</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品范围</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Sale not booked</source>
            <translation>销售漏登</translation>
        </message>
        <message>
            <source>Sample, tester</source>
            <translation>试用装、样品</translation>
        </message>
        <message>
            <source>Scan products, or a shelf's label</source>
            <translation>扫商品，或扫货架标签换架</translation>
        </message>
        <message>
            <source>Scan the first product</source>
            <translation>请扫描第一个商品</translation>
        </message>
        <message>
            <source>Set the rest to zero</source>
            <translation>其余按零过账</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>货架</translation>
        </message>
        <message>
            <source>Shelves</source>
            <translation>货架</translation>
        </message>
        <message>
            <source>Shelves that begin with</source>
            <translation>货架号开头</translation>
        </message>
        <message>
            <source>Shortage</source>
            <translation>盘亏</translation>
        </message>
        <message>
            <source>Some shelves</source>
            <translation>部分货架</translation>
        </message>
        <message>
            <source>Start a count</source>
            <translation>开始盘点</translation>
        </message>
        <message>
            <source>Start counting</source>
            <translation>开始盘点</translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Surplus</source>
            <translation>盘盈</translation>
        </message>
        <message>
            <source>The goods of a supplier</source>
            <translation>某个供应商的商品</translation>
        </message>
        <message>
            <source>To be counted again, because it differs much: {0}.</source>
            <translation>差异较大，需要重盘：{0}。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Weighing error</source>
            <translation>称重误差</translation>
        </message>
        <message>
            <source>What do you want to count?</source>
            <translation>盘点哪些商品？</translation>
        </message>
        <message>
            <source>What lies in no bin</source>
            <translation>不在库位里的货</translation>
        </message>
        <message>
            <source>What was not counted for long</source>
            <translation>很久没盘过的商品</translation>
        </message>
        <message>
            <source>What was scanned last: correct it (F2)</source>
            <translation>刚扫的商品：改数量（F2）</translation>
        </message>
        <message>
            <source>Where you count; - for what lies in no bin</source>
            <translation>正在盘的货架；盘不在库位里的货填 -</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>哪一个</translation>
        </message>
        <message>
            <source>Which is right</source>
            <translation>选对的</translation>
        </message>
        <message>
            <source>Which lot or serial number is it?</source>
            <translation>这是哪个批次或序列号？</translation>
        </message>
        <message>
            <source>Who counts</source>
            <translation>谁在盘</translation>
        </message>
        <message>
            <source>Who counts where</source>
            <translation>谁在盘哪里</translation>
        </message>
        <message>
            <source>category {0}</source>
            <translation>分类 {0}</translation>
        </message>
        <message>
            <source>class {0}</source>
            <translation>{0} 类</translation>
        </message>
        <message>
            <source>counted again from {0}</source>
            <translation>差异达到 {0} 要重盘</translation>
        </message>
        <message>
            <source>goods of {0}</source>
            <translation>{0} 的商品</translation>
        </message>
        <message>
            <source>is counted now</source>
            <translation>现在盘这里</translation>
        </message>
        <message>
            <source>is no product we know</source>
            <translation>没有这个商品</translation>
        </message>
        <message>
            <source>is where you count now</source>
            <translation>现在盘这个货架</translation>
        </message>
        <message>
            <source>no bin</source>
            <translation>散放</translation>
        </message>
        <message>
            <source>not counted for {0} days</source>
            <translation>{0} 天没盘过</translation>
        </message>
        <message>
            <source>or by a value of</source>
            <translation>或金额达到</translation>
        </message>
        <message>
            <source>say why</source>
            <translation>选原因</translation>
        </message>
        <message>
            <source>shelves {0}…</source>
            <translation>货架 {0}…</translation>
        </message>
        <message>
            <source>since {0}, the shop may go on selling</source>
            <translation>{0} 开始，可以边卖边盘</translation>
        </message>
        <message>
            <source>{0} (you)</source>
            <translation>{0}（我）</translation>
        </message>
        <message>
            <source>{0} counts are under way.</source>
            <translation>有 {0} 个盘点正在进行。</translation>
        </message>
        <message>
            <source>{0} found {1}</source>
            <translation>{0} 盘到 {1}</translation>
        </message>
        <message>
            <source>{0} of {1} counted</source>
            <translation>已盘 {0} / {1} 种</translation>
        </message>
        <message>
            <source>{0} on shelf “{1}”: which result is right?</source>
            <translation>{0} 在货架“{1}”上有两个结果，哪个对？</translation>
        </message>
        <message>
            <source>{0} posted</source>
            <translation>{0} 已过账</translation>
        </message>
        <message>
            <source>{0} products</source>
            <translation>{0} 种</translation>
        </message>
        <message>
            <source>{0} products were not counted. Not counted is not zero: they stay as they are.</source>
            <translation>还有 {0} 种商品没盘。没盘不等于零：账面数量不变。</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续使用</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Something went wrong in the program</source>
            <translation>程序出错了</translation>
        </message>
        <message>
            <source>That is not possible</source>
            <translation>不能这样做</translation>
        </message>
        <message>
            <source>This is a fault of the program, not yours. Saved documents and drafts are safe.</source>
            <translation>这是程序的错误，不是您的操作问题。已保存的单据和草稿都还在。</translation>
        </message>
    </context>
    <context>
        <name>Devices</name>
        <message>
            <source>A cash drawer is connected to it</source>
            <translation>接有钱箱</translation>
        </message>
        <message>
            <source>A printer of this computer</source>
            <translation>本机已安装的打印机</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Cash drawer</source>
            <translation>钱箱</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>连接方式</translation>
        </message>
        <message>
            <source>Directly (device file)</source>
            <translation>直连（设备文件）</translation>
        </message>
        <message>
            <source>ESC/POS, GB18030 text</source>
            <translation>ESC/POS，国标汉字文本</translation>
        </message>
        <message>
            <source>ESC/POS, as a picture</source>
            <translation>ESC/POS，图片方式</translation>
        </message>
        <message>
            <source>Label printer</source>
            <translation>标签打印机</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Move right</source>
            <translation>右移</translation>
        </message>
        <message>
            <source>No drawer hangs on a printer that takes bytes.</source>
            <translation>没有设置接了钱箱的小票打印机。</translation>
        </message>
        <message>
            <source>No printer: papers are saved as PDF</source>
            <translation>不用打印机，存为 PDF</translation>
        </message>
        <message>
            <source>On the network</source>
            <translation>网络打印机</translation>
        </message>
        <message>
            <source>Open the drawer</source>
            <translation>打开钱箱</translation>
        </message>
        <message>
            <source>Page printer</source>
            <translation>A4 打印机</translation>
        </message>
        <message>
            <source>Paper for {0}</source>
            <translation>{0}用的纸张</translation>
        </message>
        <message>
            <source>Print a test page</source>
            <translation>打印测试页</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Printer for {0}</source>
            <translation>{0}用的打印机</translation>
        </message>
        <message>
            <source>Printer language</source>
            <translation>打印指令</translation>
        </message>
        <message>
            <source>Receipt printer</source>
            <translation>小票打印机</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>分辨率</translation>
        </message>
        <message>
            <source>Roll</source>
            <translation>纸宽</translation>
        </message>
        <message>
            <source>Sent to {0}.</source>
            <translation>已发送到{0}。</translation>
        </message>
        <message>
            <source>Test page</source>
            <translation>测试页</translation>
        </message>
        <message>
            <source>The preview of a paper shows and changes the same choice.</source>
            <translation>打印预览里看到和改动的也是这里的选择。</translation>
        </message>
        <message>
            <source>Which paper goes where</source>
            <translation>单据对应的打印机</translation>
        </message>
        <message>
            <source>−20 to 20 mm</source>
            <translation>−20 至 20 毫米</translation>
        </message>
    </context>
    <context>
        <name>Dialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Document</name>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>流程</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近动作</translation>
        </message>
        <message>
            <source>Related documents</source>
            <translation>相关单据</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>流程</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>写备注</translation>
        </message>
    </context>
    <context>
        <name>Draft</name>
        <message>
            <source>Draft thrown away</source>
            <translation>草稿已丢弃</translation>
        </message>
        <message>
            <source>Filter by kind, partner, number</source>
            <translation>按类型、往来单位、单号筛选</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>继续填写</translation>
        </message>
        <message>
            <source>No drafts</source>
            <translation>没有草稿</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What you write keeps itself; what is not finished stands here</source>
            <translation>填写的内容会自动保存；没有完成的单据都在这里</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>saved {0}</source>
            <translation>已自动保存 {0}</translation>
        </message>
    </context>
    <context>
        <name>Expense</name>
        <message>
            <source>Amount paid</source>
            <translation>支付金额</translation>
        </message>
        <message>
            <source>Enter expense</source>
            <translation>记一笔费用</translation>
        </message>
        <message>
            <source>May be left open</source>
            <translation>可不填</translation>
        </message>
        <message>
            <source>None</source>
            <translation>不含税</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Paid to</source>
            <translation>收款单位</translation>
        </message>
        <message>
            <source>Rent, wages, power …</source>
            <translation>房租、工资、水电……</translation>
        </message>
        <message>
            <source>Say what it was for</source>
            <translation>请填写费用项目</translation>
        </message>
        <message>
            <source>Tax in it</source>
            <translation>其中税率</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>费用项目</translation>
        </message>
        <message>
            <source>{0} spent on {1}</source>
            <translation>已记费用 {0}：{1}</translation>
        </message>
        <message>
            <source>{0} without tax, {1} tax to deduct.</source>
            <translation>不含税 {0}，可抵扣税额 {1}。</translation>
        </message>
        <message>
            <source>“{0}” is not there yet: it becomes a new account.</source>
            <translation>还没有“{0}”，将新增为费用科目。</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Conversion</source>
            <translation>换算</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>实点金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>备用金</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>明细</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Product code</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>拒收数量</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>The product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银台</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>volume</source>
            <translation>体积</translation>
        </message>
        <message>
            <source>weight</source>
            <translation>重量</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Attach a file…</source>
            <translation>添加附件…</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Choose files to attach</source>
            <translation>选择要添加的文件</translation>
        </message>
        <message>
            <source>Drop the files to attach them</source>
            <translation>松开鼠标，添加为附件</translation>
        </message>
        <message>
            <source>Name of the file</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>No program on this computer opens “{0}”.</source>
            <translation>这台电脑上没有能打开“{0}”的程序。</translation>
        </message>
        <message>
            <source>Nothing is written here yet that a file could be kept with. Write the first line, then attach it.</source>
            <translation>单据还是空的，附件没有地方存。请先填一行，再添加附件。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Or drop files anywhere on this page, or paste a picture ({0}).</source>
            <translation>也可以把文件拖到本页任意位置，或直接粘贴图片（{0}）。</translation>
        </message>
        <message>
            <source>Picture {0}</source>
            <translation>图片 {0}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Saved: {0}</source>
            <translation>已保存：{0}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{0} files are attached</source>
            <translation>已添加 {0} 个附件</translation>
        </message>
        <message>
            <source>“{0}” can run as a program, so it is not opened from here. Save it if you know where it comes from.</source>
            <translation>“{0}”是可以运行的程序，这里不直接打开。确认来源可靠时，可以另存后再处理。</translation>
        </message>
        <message>
            <source>“{0}” is attached</source>
            <translation>已添加附件“{0}”</translation>
        </message>
        <message>
            <source>“{0}” is attached already</source>
            <translation>“{0}”已经在附件里了</translation>
        </message>
        <message>
            <source>“{0}” is removed</source>
            <translation>已移除附件“{0}”</translation>
        </message>
    </context>
    <context>
        <name>Finance</name>
        <message>
            <source>Accounts</source>
            <translation>科目</translation>
        </message>
        <message>
            <source>All opened again</source>
            <translation>全部反结账</translation>
        </message>
        <message>
            <source>All that is open, the oldest first</source>
            <translation>全部未结，先结最早的</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>银行转账</translation>
        </message>
        <message>
            <source>Bills of suppliers stand here until they are paid</source>
            <translation>供应商账单在付清之前列在这里</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>刷卡</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash, bank</source>
            <translation>现金银行</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>结账前检查</translation>
        </message>
        <message>
            <source>Close a period</source>
            <translation>结账</translation>
        </message>
        <message>
            <source>Close the books</source>
            <translation>结账</translation>
        </message>
        <message>
            <source>Closed through {0}</source>
            <translation>已结账到 {0}</translation>
        </message>
        <message>
            <source>Counts begun and not posted</source>
            <translation>盘点已开始、尚未过账</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Documents can be entered on their own days again from then on, and figures that were reported may change.</source>
            <translation>从那天起，单据又可以记在自己的日期上，已经报出的数字可能会变。</translation>
        </message>
        <message>
            <source>Documents up to this day can then only be reversed. What is entered for those days later is booked on the first open day.</source>
            <translation>之后这天及以前的单据只能冲销；补录的业务记在第一个未结账日。</translation>
        </message>
        <message>
            <source>Enter expense</source>
            <translation>记费用</translation>
        </message>
        <message>
            <source>Every count is finished</source>
            <translation>盘点都已完成</translation>
        </message>
        <message>
            <source>Every document is posted</source>
            <translation>单据都已过账</translation>
        </message>
        <message>
            <source>Every till shift is closed</source>
            <translation>收银班次都已交班</translation>
        </message>
        <message>
            <source>Everything received is billed</source>
            <translation>收到的货都有发票</translation>
        </message>
        <message>
            <source>Expenses</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>For</source>
            <translation>结算</translation>
        </message>
        <message>
            <source>From the advance</source>
            <translation>用预收预付款</translation>
        </message>
        <message>
            <source>From this day on</source>
            <translation>从这一天起</translation>
        </message>
        <message>
            <source>Invoices and sales on account stand here until they are paid</source>
            <translation>发票和赊销在付清之前列在这里</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation>名称、编码或电话</translation>
        </message>
        <message>
            <source>No expenses yet</source>
            <translation>还没有费用</translation>
        </message>
        <message>
            <source>No stock is below zero</source>
            <translation>没有负库存</translation>
        </message>
        <message>
            <source>Nobody owes you anything</source>
            <translation>没有应收款</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Open a period again</source>
            <translation>反结账</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>反结账</translation>
        </message>
        <message>
            <source>Open again…</source>
            <translation>反结账…</translation>
        </message>
        <message>
            <source>Opened again after {0}</source>
            <translation>反结账到 {0}</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Papers written and not posted</source>
            <translation>已写、尚未过账的单据</translation>
        </message>
        <message>
            <source>Pay supplier</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Payables</source>
            <translation>应付</translation>
        </message>
        <message>
            <source>Payment method</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Products below zero: their cost is still a guess</source>
            <translation>负库存的商品：成本还是估计的</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Received, and the bill has not come</source>
            <translation>货已收、发票未到</translation>
        </message>
        <message>
            <source>Reconciliation</source>
            <translation>对账</translation>
        </message>
        <message>
            <source>Rent, wages, power: what is neither goods nor their freight</source>
            <translation>房租、工资、水电等，不是货款也不是运费的支出</translation>
        </message>
        <message>
            <source>Say from which day on</source>
            <translation>请填写从哪一天起</translation>
        </message>
        <message>
            <source>Say how much</source>
            <translation>请填写金额</translation>
        </message>
        <message>
            <source>Say through which day</source>
            <translation>请填写结账日期</translation>
        </message>
        <message>
            <source>Say who it is</source>
            <translation>请选择往来单位</translation>
        </message>
        <message>
            <source>Say why: it is kept with the periods</source>
            <translation>请写明原因：会和期间一起保存</translation>
        </message>
        <message>
            <source>Settles it in full.</source>
            <translation>全部结清。</translation>
        </message>
        <message>
            <source>Statement…</source>
            <translation>对账单…</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>The books are closed through {0}</source>
            <translation>已结账到 {0}</translation>
        </message>
        <message>
            <source>The books are open again from {0} on</source>
            <translation>已反结账，从 {0} 起可以记账</translation>
        </message>
        <message>
            <source>The oldest documents are settled first; {0} stays open.</source>
            <translation>先结最早的单据，还剩 {0} 未结。</translation>
        </message>
        <message>
            <source>Their reference</source>
            <translation>对方单号</translation>
        </message>
        <message>
            <source>Through</source>
            <translation>结账到</translation>
        </message>
        <message>
            <source>Till shifts still open</source>
            <translation>收银班次还没交班</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What was booked on a later day meanwhile stays there. Closing again takes this back.</source>
            <translation>期间记到后面日期的，仍留在那里。再结一次账就恢复原样。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>You owe nobody anything</source>
            <translation>没有应付款</translation>
        </message>
        <message>
            <source>taken back at once</source>
            <translation>随即撤销</translation>
        </message>
        <message>
            <source>{0} more than is open: it is kept as an advance.</source>
            <translation>比未结金额多 {0}，多出部分记为预收预付款。</translation>
        </message>
        <message>
            <source>{0} open in all</source>
            <translation>共未结 {0}</translation>
        </message>
        <message>
            <source>{0} paid to {1}</source>
            <translation>已付 {1} {0}</translation>
        </message>
        <message>
            <source>{0} stays open.</source>
            <translation>还有 {0} 未结。</translation>
        </message>
        <message>
            <source>{0} taken from {1}</source>
            <translation>已收 {1} {0}</translation>
        </message>
        <message>
            <source>{0}: {1} open</source>
            <translation>{0}：未结 {1}</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Nothing is called “{0}”.</source>
            <translation>没有找到“{0}”。</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>A gift shop's real sales; nothing there is for keeps.</source>
            <translation>一家礼品店的真实销售，随便试，不影响正式账。</translation>
        </message>
        <message>
            <source>Address and password…</source>
            <translation>地址和密码…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Bring my data from Excel</source>
            <translation>从 Excel 导入资料</translation>
        </message>
        <message>
            <source>Change name or folder</source>
            <translation>改名称或文件夹</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>换个文件夹</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Currency and cost are chosen once; all else can be changed later.</source>
            <translation>币种和成本核算范围只选一次，其他以后都可以改。</translation>
        </message>
        <message>
            <source>Each warehouse has its own cost (usual)</source>
            <translation>各仓库分别核算成本（常用）</translation>
        </message>
        <message>
            <source>Enter products as you go; the first one takes a minute.</source>
            <translation>边用边录商品，第一个只要一分钟。</translation>
        </message>
        <message>
            <source>First things</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Give the shop a name</source>
            <translation>请给店铺起个名字</translation>
        </message>
        <message>
            <source>How would you like to begin?</source>
            <translation>您想怎样开始？</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Look around in the practice shop</source>
            <translation>先到练习店铺看看</translation>
        </message>
        <message>
            <source>My shop</source>
            <translation>我的小店</translation>
        </message>
        <message>
            <source>Name of the shop</source>
            <translation>店铺名称</translation>
        </message>
        <message>
            <source>New shop</source>
            <translation>新建店铺</translation>
        </message>
        <message>
            <source>No printer: receipts are saved as PDF</source>
            <translation>不用打印机：小票存为 PDF</translation>
        </message>
        <message>
            <source>One cost for the whole shop</source>
            <translation>全店统一成本</translation>
        </message>
        <message>
            <source>Open a shop</source>
            <translation>打开店铺</translation>
        </message>
        <message>
            <source>Open a shop on a server…</source>
            <translation>打开服务器上的店铺…</translation>
        </message>
        <message>
            <source>Open a shop that exists…</source>
            <translation>打开已有的店铺…</translation>
        </message>
        <message>
            <source>Open another shop…</source>
            <translation>打开其他店铺…</translation>
        </message>
        <message>
            <source>Open that shop</source>
            <translation>打开那家店铺</translation>
        </message>
        <message>
            <source>Open the shop</source>
            <translation>打开店铺</translation>
        </message>
        <message>
            <source>Per warehouse, goods carry their cost along when they are moved; for the whole shop, a product costs the same everywhere. With one warehouse it makes no difference. This is chosen once.</source>
            <translation>分仓核算：调拨时成本随货走；全店统一：同一商品在各仓成本相同。只有一个仓库时没有区别。建店后不能再改。</translation>
        </message>
        <message>
            <source>Practice shop</source>
            <translation>练习店铺</translation>
        </message>
        <message>
            <source>Prices contain the tax</source>
            <translation>售价含税</translation>
        </message>
        <message>
            <source>Products, customers and three weeks of sales. Seconds only.</source>
            <translation>商品、客户和几周的真实销售，几秒钟就好。</translation>
        </message>
        <message>
            <source>Products, customers, suppliers, stock: looked over first.</source>
            <translation>商品、客户、供应商、库存，先检查再导入。</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>准备好了</translation>
        </message>
        <message>
            <source>Receipt printer</source>
            <translation>小票打印机</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>恢复备份…</translation>
        </message>
        <message>
            <source>Sale prices</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Set it up now, or later in the settings.</source>
            <translation>现在设置，或以后在设置里再弄。</translation>
        </message>
        <message>
            <source>Shops (*.shop);;All files (*)</source>
            <translation>店铺文件 (*.shop);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Shops and backups (*.shop *.sealed);;All files (*)</source>
            <translation>店铺和备份 (*.shop *.sealed);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Start empty</source>
            <translation>从零开始</translation>
        </message>
        <message>
            <source>The backup cannot be restored</source>
            <translation>备份无法恢复</translation>
        </message>
        <message>
            <source>The backup is being restored</source>
            <translation>正在恢复备份</translation>
        </message>
        <message>
            <source>The practice shop is being made</source>
            <translation>正在准备练习店铺</translation>
        </message>
        <message>
            <source>The shop cannot be opened</source>
            <translation>店铺打不开</translation>
        </message>
        <message>
            <source>The shop is one file: {0}</source>
            <translation>店铺就是一个文件：{0}</translation>
        </message>
        <message>
            <source>The shop lives on a server: {0}</source>
            <translation>店铺在服务器上：{0}</translation>
        </message>
        <message>
            <source>The tax comes on top of prices</source>
            <translation>售价不含税</translation>
        </message>
        <message>
            <source>This is what will be made. Currency and cost stay; all else can change.</source>
            <translation>将按下面的内容建立。币种和成本核算范围不能再改，其他都能改。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Usual tax rate</source>
            <translation>常用税率</translation>
        </message>
        <message>
            <source>What stock costs</source>
            <translation>成本核算范围</translation>
        </message>
        <message>
            <source>Without a printer, receipts are shown and saved as PDF.</source>
            <translation>没有打印机时，小票会显示出来并存为 PDF。</translation>
        </message>
        <message>
            <source>You can change it later without a restart.</source>
            <translation>以后可以随时切换，不用重启。</translation>
        </message>
        <message>
            <source>Your own shop can be made from there at any time.</source>
            <translation>在练习店里随时可以新建自己的店。</translation>
        </message>
        <message>
            <source>Your shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>restored</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>{0} is copied, and the books of the copy are proved from the first row.</source>
            <translation>正在复制 {0}，并从第一行起核对副本的账目。</translation>
        </message>
        <message>
            <source>{0}% tax</source>
            <translation>税率 {0}%</translation>
        </message>
    </context>
    <context>
        <name>Grid</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>明细</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Arrange the panels</source>
            <translation>排列面板</translation>
        </message>
        <message>
            <source>Average sale</source>
            <translation>客单价</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>往周</translation>
        </message>
        <message>
            <source>Best sellers, 30 days</source>
            <translation>近 30 天畅销</translation>
        </message>
        <message>
            <source>By day</source>
            <translation>按天看</translation>
        </message>
        <message>
            <source>By product</source>
            <translation>按商品看</translation>
        </message>
        <message>
            <source>Daily sales</source>
            <translation>每日销售</translation>
        </message>
        <message>
            <source>Days before</source>
            <translation>往日</translation>
        </message>
        <message>
            <source>Do first</source>
            <translation>先办</translation>
        </message>
        <message>
            <source>Everything that was ordered has left.</source>
            <translation>订单都已发出。</translation>
        </message>
        <message>
            <source>Expiring lots</source>
            <translation>临期批次</translation>
        </message>
        <message>
            <source>Expiring lots, or best sellers</source>
            <translation>临期批次（或畅销商品）</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>星期五</translation>
        </message>
        <message>
            <source>Good afternoon, {0}</source>
            <translation>下午好，{0}</translation>
        </message>
        <message>
            <source>Good evening, {0}</source>
            <translation>晚上好，{0}</translation>
        </message>
        <message>
            <source>Good morning, {0}</source>
            <translation>上午好，{0}</translation>
        </message>
        <message>
            <source>Gross profit</source>
            <translation>毛利</translation>
        </message>
        <message>
            <source>Hide {0}</source>
            <translation>隐藏{0}</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Look at the first</source>
            <translation>查看第一个</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>星期一</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>No lot expires within two months.</source>
            <translation>两个月内没有到期的批次。</translation>
        </message>
        <message>
            <source>Nobody is late with paying.</source>
            <translation>没有逾期未付的客户。</translation>
        </message>
        <message>
            <source>Nothing is below its minimum.</source>
            <translation>没有低于最低库存的商品。</translation>
        </message>
        <message>
            <source>Nothing is on its way.</source>
            <translation>没有在途的货。</translation>
        </message>
        <message>
            <source>Nothing was sold yet.</source>
            <translation>还没有销售。</translation>
        </message>
        <message>
            <source>Open the till</source>
            <translation>开收银台</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期款</translation>
        </message>
        <message>
            <source>Pick</source>
            <translation>去发货</translation>
        </message>
        <message>
            <source>Receive the first</source>
            <translation>收第一单</translation>
        </message>
        <message>
            <source>Remind</source>
            <translation>催款</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Running out</source>
            <translation>快卖完</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>看销售</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>星期六</translation>
        </message>
        <message>
            <source>Ship the first</source>
            <translation>发第一单</translation>
        </message>
        <message>
            <source>Show {0}</source>
            <translation>显示{0}</translation>
        </message>
        <message>
            <source>Stock value</source>
            <translation>库存金额</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>星期日</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Takings</source>
            <translation>营业额</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>星期四</translation>
        </message>
        <message>
            <source>To receive</source>
            <translation>待收货</translation>
        </message>
        <message>
            <source>To ship</source>
            <translation>待发货</translation>
        </message>
        <message>
            <source>To ship: {0}</source>
            <translation>{0} 单待发货</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>星期二</translation>
        </message>
        <message>
            <source>Valuation</source>
            <translation>看明细</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>星期三</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Weekly sales</source>
            <translation>每周销售</translation>
        </message>
        <message>
            <source>What is sold will stand here.</source>
            <translation>有了销售，这里就有图。</translation>
        </message>
        <message>
            <source>What to order</source>
            <translation>采购建议</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>in two weeks</source>
            <translation>两周以来</translation>
        </message>
        <message>
            <source>late</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>margin</source>
            <translation>毛利率</translation>
        </message>
        <message>
            <source>order {0}</source>
            <translation>订 {0}</translation>
        </message>
        <message>
            <source>selling for {0} h {1} min</source>
            <translation>已营业 {0} 小时 {1} 分</translation>
        </message>
        <message>
            <source>than a week ago</source>
            <translation>比上周同日</translation>
        </message>
        <message>
            <source>than last month by this day</source>
            <translation>比上月同期</translation>
        </message>
        <message>
            <source>than last week by this day</source>
            <translation>比上周同期</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>{0} d</source>
            <translation>{0} 天</translation>
        </message>
        <message>
            <source>{0} d late</source>
            <translation>逾期 {0} 天</translation>
        </message>
        <message>
            <source>{0} d left</source>
            <translation>剩 {0} 天</translation>
        </message>
        <message>
            <source>{0} further down</source>
            <translation>{0}下移</translation>
        </message>
        <message>
            <source>{0} further up</source>
            <translation>{0}上移</translation>
        </message>
        <message>
            <source>{0} is {1} d late</source>
            <translation>{0} 逾期 {1} 天</translation>
        </message>
        <message>
            <source>{0} sales</source>
            <translation>{0} 单</translation>
        </message>
        <message>
            <source>{0} without tax</source>
            <translation>不含税 {0}</translation>
        </message>
        <message>
            <source>{0}: {1} {2} left</source>
            <translation>{0} 只剩 {1} {2}</translation>
        </message>
        <message>
            <source>{0}: {1} {2} short</source>
            <translation>{0} 还缺 {1} {2}</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>(not in the file)</source>
            <translation>（文件里没有）</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>科目</translation>
        </message>
        <message>
            <source>Accounting adjustments</source>
            <translation>会计调整</translation>
        </message>
        <message>
            <source>All sales count as paid: in cash without a customer, else by bank.</source>
            <translation>所有销售都视为已付款：没有客户的用现金，其他用银行。</translation>
        </message>
        <message>
            <source>Amazon: order report</source>
            <translation>亚马逊订单报告</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Balance before the first line</source>
            <translation>第一笔之前的余额</translation>
        </message>
        <message>
            <source>Bank statement</source>
            <translation>银行对账单</translation>
        </message>
        <message>
            <source>Bins</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Bins changed</source>
            <translation>修改的库位</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Cancelled in the channel</source>
            <translation>渠道已取消</translation>
        </message>
        <message>
            <source>Cancelled: nothing was taken in.</source>
            <translation>已取消，没有导入任何内容。</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Choose a file first.</source>
            <translation>请先选择文件。</translation>
        </message>
        <message>
            <source>Choose a product for at least one of them.</source>
            <translation>请至少为其中一个选择商品。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Customer prices</source>
            <translation>级别价与专价</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Douyin: orders</source>
            <translation>抖音小店订单</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Etsy: sold order items</source>
            <translation>Etsy 已售商品明细</translation>
        </message>
        <message>
            <source>Etsy: sold orders</source>
            <translation>Etsy 已售订单</translation>
        </message>
        <message>
            <source>Excel, CSV or ODS</source>
            <translation>Excel、CSV 或 ODS</translation>
        </message>
        <message>
            <source>Export the catalogue</source>
            <translation>导出整套资料</translation>
        </message>
        <message>
            <source>Faulty rows</source>
            <translation>有问题的行</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Freight of {sum} is kept in the notes of the orders.</source>
            <translation>运费 {sum} 记在订单备注里。</translation>
        </message>
        <message>
            <source>Further units</source>
            <translation>换算单位</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Imported as {0}. It can be taken back as a whole.</source>
            <translation>已导入，编号 {0}，可以整体撤回。</translation>
        </message>
        <message>
            <source>Imported before</source>
            <translation>以前导入过</translation>
        </message>
        <message>
            <source>Known already</source>
            <translation>已有资料</translation>
        </message>
        <message>
            <source>Line amounts are rounded to the smallest coin: {difference} in all.</source>
            <translation>每行金额按最小货币单位四舍五入，合计相差 {difference}。</translation>
        </message>
        <message>
            <source>Lines of the bank</source>
            <translation>银行流水</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Link titles to products…</source>
            <translation>把标题关联到商品…</translation>
        </message>
        <message>
            <source>Make new products of those without one</source>
            <translation>没有选商品的，新建为商品</translation>
        </message>
        <message>
            <source>Name, code or barcode</source>
            <translation>名称、货号或条码</translation>
        </message>
        <message>
            <source>Never paid</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>No sheet of this file is known here. Name the sheets: {0}</source>
            <translation>这个文件里没有认得的工作表。请把工作表命名为：{0}</translation>
        </message>
        <message>
            <source>Not imported</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>One problem: nothing would be taken in until it is right.</source>
            <translation>有 1 个问题，改好之前不会导入任何内容。</translation>
        </message>
        <message>
            <source>Only where the file says no balances</source>
            <translation>文件没有余额列时填写</translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation>期初库存</translation>
        </message>
        <message>
            <source>Order lines</source>
            <translation>订单明细</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Paid back in full</source>
            <translation>已全额退款</translation>
        </message>
        <message>
            <source>Partners</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Partners changed</source>
            <translation>更新的往来单位</translation>
        </message>
        <message>
            <source>Parts of kits</source>
            <translation>套装组成</translation>
        </message>
        <message>
            <source>Postage, fees and services</source>
            <translation>邮费、手续费和服务</translation>
        </message>
        <message>
            <source>Posted amounts are rounded to the smallest coin: {difference} in all.</source>
            <translation>入账金额按最小货币单位四舍五入，合计相差 {difference}。</translation>
        </message>
        <message>
            <source>Price levels</source>
            <translation>价格级别</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Products changed</source>
            <translation>更新的商品</translation>
        </message>
        <message>
            <source>Purchase orders</source>
            <translation>采购订单</translation>
        </message>
        <message>
            <source>Returns of an earlier sale</source>
            <translation>退货（找到原销售）</translation>
        </message>
        <message>
            <source>Returns without their sale</source>
            <translation>退货（未找到原销售）</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows of goods that arrived</source>
            <translation>到货明细</translation>
        </message>
        <message>
            <source>Rows without effect</source>
            <translation>没有影响的行</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales history</source>
            <translation>销售历史</translation>
        </message>
        <message>
            <source>Sales orders</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Save the faulty rows</source>
            <translation>保存有问题的行</translation>
        </message>
        <message>
            <source>Sheets without the needed columns were passed over: {names}.</source>
            <translation>略过了没有所需列的工作表：{names}。</translation>
        </message>
        <message>
            <source>Shopify: orders</source>
            <translation>Shopify 订单</translation>
        </message>
        <message>
            <source>Stock found</source>
            <translation>盘盈入库</translation>
        </message>
        <message>
            <source>Stock that was found came in at {share} of its median price.</source>
            <translation>盘盈入库的成本按售价中位数的 {share} 倍计算。</translation>
        </message>
        <message>
            <source>Supplier prices</source>
            <translation>供应商报价</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Taken as services: {codes}.</source>
            <translation>按服务处理：{codes}。</translation>
        </message>
        <message>
            <source>The bank's balance on {day} is {sum}.</source>
            <translation>{day} 的银行余额为 {sum}。</translation>
        </message>
        <message>
            <source>The channel adds {sum} to what the buyers pay: it comes with its statement.</source>
            <translation>在买家付款之外平台补贴 {sum}：随平台结算单到账。</translation>
        </message>
        <message>
            <source>The channel kept fees of {sum}: enter them as an expense with its statement.</source>
            <translation>平台扣了手续费 {sum}：请按平台结算单记为费用。</translation>
        </message>
        <message>
            <source>The file does not name the goods: each order came in as one amount. Stock does not move by it.</source>
            <translation>文件里没有商品明细：每张订单按一个总额导入，不影响库存。</translation>
        </message>
        <message>
            <source>The file is in order. This would come in:</source>
            <translation>文件没有问题，将导入：</translation>
        </message>
        <message>
            <source>The file is looked over first. Nothing is taken in before you have seen what would come of it, and every import can be taken back as a whole.</source>
            <translation>先检查文件。看到结果之前不会导入任何内容，每次导入都可以整体撤回。</translation>
        </message>
        <message>
            <source>The file was read as {encoding}.</source>
            <translation>文件按 {encoding} 编码读取。</translation>
        </message>
        <message>
            <source>The first rows as they would be read</source>
            <translation>前几行的读取结果</translation>
        </message>
        <message>
            <source>The history was imported with a tax rate of {rate} %.</source>
            <translation>历史销售按 {rate} % 的税率导入。</translation>
        </message>
        <message>
            <source>The partners were taken as: {role}.</source>
            <translation>往来单位按“{role}”处理。</translation>
        </message>
        <message>
            <source>The same file was imported before as {code}.</source>
            <translation>同一个文件以前导入过：{code}。</translation>
        </message>
        <message>
            <source>The same row again</source>
            <translation>完全重复的行</translation>
        </message>
        <message>
            <source>These files are read together: {0}</source>
            <translation>这些文件一起读取：{0}</translation>
        </message>
        <message>
            <source>These sheets are read together:</source>
            <translation>这些工作表会一起读取：</translation>
        </message>
        <message>
            <source>TikTok Shop: orders</source>
            <translation>TikTok Shop 订单</translation>
        </message>
        <message>
            <source>Tmall: order report</source>
            <translation>天猫订单报表</translation>
        </message>
        <message>
            <source>Try it out</source>
            <translation>试导入</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Warehouses changed</source>
            <translation>更新的仓库</translation>
        </message>
        <message>
            <source>What looks alike is filled in: check it. What is linked here is known from then on, also in the next file.</source>
            <translation>相似的已先填好：请核对。在这里关联一次，以后的文件都认得。</translation>
        </message>
        <message>
            <source>What the file brings</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>Which products are these?</source>
            <translation>这些是哪些商品？</translation>
        </message>
        <message>
            <source>Whole catalogue</source>
            <translation>整套资料</translation>
        </message>
        <message>
            <source>Write-offs</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>as the file tells</source>
            <translation>由文件判断</translation>
        </message>
        <message>
            <source>day first: 31/12/2026</source>
            <translation>日在前：31/12/2026</translation>
        </message>
        <message>
            <source>detected</source>
            <translation>自动识别</translation>
        </message>
        <message>
            <source>head in row {0}</source>
            <translation>表头在第 {0} 行</translation>
        </message>
        <message>
            <source>left out, {0}: {1}</source>
            <translation>未导入，{0}：{1}</translation>
        </message>
        <message>
            <source>month first: 12/31/2026</source>
            <translation>月在前：12/31/2026</translation>
        </message>
        <message>
            <source>read as {0}</source>
            <translation>按 {0} 读取</translation>
        </message>
        <message>
            <source>{0} problems: nothing would be taken in until they are right.</source>
            <translation>有 {0} 个问题，改好之前不会导入任何内容。</translation>
        </message>
        <message>
            <source>{0} rows</source>
            <translation>{0} 行</translation>
        </message>
        <message>
            <source>{0} rows in the file</source>
            <translation>文件共 {0} 行</translation>
        </message>
        <message>
            <source>{count} codes had more than one description; the most frequent one is kept.</source>
            <translation>{count} 个货号有多个名称，保留出现最多的那个。</translation>
        </message>
        <message>
            <source>{count} codes that differ only in letter case were joined.</source>
            <translation>{count} 个只有大小写不同的货号已合并。</translation>
        </message>
        <message>
            <source>{count} orders had been delivered and were closed.</source>
            <translation>{count} 张订单早已交货，已关闭。</translation>
        </message>
        <message>
            <source>{count} orders have no date in the file and are dated now.</source>
            <translation>有 {count} 张订单在文件里没有日期，按现在的时间记。</translation>
        </message>
        <message>
            <source>{count} products had no opening stock: their rule now lets them go below zero.</source>
            <translation>{count} 种商品没有期初库存：它们现在允许负库存。</translation>
        </message>
        <message>
            <source>{count} products were opened with the stock that their history needs, at {share} of their median price. They are marked as estimated.</source>
            <translation>{count} 种商品按历史所需数量做了期初库存，成本按售价中位数的 {share} 倍估算，已标记为“估算成本”。</translation>
        </message>
        <message>
            <source>{count} receipts were posted for what had arrived.</source>
            <translation>已按到货补记入库单 {count} 张。</translation>
        </message>
        <message>
            <source>{count} rows around the records were passed over (titles and totals).</source>
            <translation>略过了记录前后的 {count} 行（标题和合计）。</translation>
        </message>
        <message>
            <source>{count} rows returned goods whose sale was not found.</source>
            <translation>{count} 行退货没有找到原来的销售。</translation>
        </message>
        <message>
            <source>{count} rows say exactly what another row says; they were left out ({sum}).</source>
            <translation>{count} 行与其他行完全相同，已略过（{sum}）。</translation>
        </message>
        <message>
            <source>{orders} orders of {channel}.</source>
            <translation>{channel} 订单 {orders} 张。</translation>
        </message>
        <message>
            <source>{sum} was charged beside goods and shipping (gift wrap, tips).</source>
            <translation>商品和运费之外另收 {sum}（礼品包装、小费等）。</translation>
        </message>
        <message>
            <source>{sum} was paid back later: enter the returns of those orders.</source>
            <translation>之后退款 {sum}：请录入这些订单的退货。</translation>
        </message>
    </context>
    <context>
        <name>Jobs</name>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Could not be done</source>
            <translation>没有完成</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Export {0}</source>
            <translation>导出 {0}</translation>
        </message>
        <message>
            <source>Nothing is running.</source>
            <translation>没有正在进行的任务。</translation>
        </message>
        <message>
            <source>Print {0}</source>
            <translation>打印 {0}</translation>
        </message>
        <message>
            <source>Proof of the books</source>
            <translation>账目核对</translation>
        </message>
        <message>
            <source>Restoring</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped; nothing half done was kept</source>
            <translation>已停止，没有留下做了一半的内容</translation>
        </message>
        <message>
            <source>Take {0} back</source>
            <translation>撤回 {0}</translation>
        </message>
        <message>
            <source>Work in progress</source>
            <translation>进行中的任务</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Attach a file</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Back to {0}</source>
            <translation>改回 {0}</translation>
        </message>
        <message>
            <source>Back, close, take back</source>
            <translation>返回、关闭、取消</translation>
        </message>
        <message>
            <source>Choose all rows</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the tab</source>
            <translation>关闭标签页</translation>
        </message>
        <message>
            <source>Collapse the sidebar (on a card: order more)</source>
            <translation>收起导航栏（商品页：补货）</translation>
        </message>
        <message>
            <source>Commit: save, confirm, receive, ship</source>
            <translation>提交：保存、审核、收货、发货</translation>
        </message>
        <message>
            <source>Copy the chosen rows as a table</source>
            <translation>复制选中的行为表格</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Edit the cell or the card</source>
            <translation>编辑单元格或资料</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>任何地方</translation>
        </message>
        <message>
            <source>Export what is seen</source>
            <translation>导出所见内容</translation>
        </message>
        <message>
            <source>Filter as you type</source>
            <translation>边输入边筛选</translation>
        </message>
        <message>
            <source>Find anything, run a command</source>
            <translation>查找任何东西，执行命令</translation>
        </message>
        <message>
            <source>From now on: {0}</source>
            <translation>现在改为：{0}</translation>
        </message>
        <message>
            <source>Hold the cart, F7 resume</source>
            <translation>挂单，F7 取单</translation>
        </message>
        <message>
            <source>Import a file</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>In the whole window</source>
            <translation>整个窗口</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Labels of what arrived</source>
            <translation>打印到货标签</translation>
        </message>
        <message>
            <source>List of keys</source>
            <translation>本快捷键表</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Lock the till</source>
            <translation>锁定收银台</translation>
        </message>
        <message>
            <source>Mark the row and go on; the arrows keep marks</source>
            <translation>勾选此行并到下一行，方向键不取消勾选</translation>
        </message>
        <message>
            <source>New, of the kind the page shows</source>
            <translation>新建（按当前页面）</translation>
        </message>
        <message>
            <source>Next cell; makes the next line</source>
            <translation>下一格；自动加行</translation>
        </message>
        <message>
            <source>On a page</source>
            <translation>页面内</translation>
        </message>
        <message>
            <source>Open the row</source>
            <translation>打开选中的行</translation>
        </message>
        <message>
            <source>Open the till</source>
            <translation>开收银台</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Press another key in the field of what it should do.</source>
            <translation>在要改的那一行按下新的快捷键。</translation>
        </message>
        <message>
            <source>Print the last receipt, with Shift another</source>
            <translation>重打上一张小票，加 Shift 打其他小票</translation>
        </message>
        <message>
            <source>Print what is seen</source>
            <translation>打印所见内容</translation>
        </message>
        <message>
            <source>Print, or print labels</source>
            <translation>打印单据或标签</translation>
        </message>
        <message>
            <source>Quantity, F3 price, F4 discount, F5 customer</source>
            <translation>数量，F3 改价，F4 折扣，F5 客户</translation>
        </message>
        <message>
            <source>Reset all keys</source>
            <translation>全部还原</translation>
        </message>
        <message>
            <source>Return, with Shift without a receipt</source>
            <translation>退货，加 Shift 为无小票退货</translation>
        </message>
        <message>
            <source>Take the line out</source>
            <translation>删除该行</translation>
        </message>
        <message>
            <source>The shift: open, cash, report, close</source>
            <translation>班次：开班、存取、报表、交班</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银</translation>
        </message>
        <message>
            <source>Undo in a draft</source>
            <translation>撤销草稿的修改</translation>
        </message>
        <message>
            <source>Version {0}. A shop's trade on one computer: buying, selling, stock, money. Free software under the MIT licence.</source>
            <translation>版本 {0}。一台电脑管好一家店：进货、销售、库存、资金。MIT 许可的自由软件。</translation>
        </message>
        <message>
            <source>What the manual says about this page</source>
            <translation>查看本页的使用手册</translation>
        </message>
        <message>
            <source>What the manual says here</source>
            <translation>查看本页手册</translation>
        </message>
        <message>
            <source>{0} is taken: {1}</source>
            <translation>{0} 已被占用：{1}</translation>
        </message>
    </context>
    <context>
        <name>Kind</name>
        <message>
            <source>Assembly</source>
            <translation>组装拆卸单</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>采购账单</translation>
        </message>
        <message>
            <source>Cash in or out</source>
            <translation>钱箱存取单</translation>
        </message>
        <message>
            <source>Change of costing</source>
            <translation>计价方法变更</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Expense</source>
            <translation>费用单</translation>
        </message>
        <message>
            <source>Goods receipt</source>
            <translation>采购入库单</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>销售发票</translation>
        </message>
        <message>
            <source>Landed cost</source>
            <translation>采购费用分摊单</translation>
        </message>
        <message>
            <source>Money transfer</source>
            <translation>资金转账单</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>期初</translation>
        </message>
        <message>
            <source>Opening balance</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>Payment in</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Payment out</source>
            <translation>付款单</translation>
        </message>
        <message>
            <source>Purchase order</source>
            <translation>采购订单</translation>
        </message>
        <message>
            <source>Purchase return</source>
            <translation>采购退货单</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>报价单</translation>
        </message>
        <message>
            <source>Reversal</source>
            <translation>红冲单</translation>
        </message>
        <message>
            <source>Sales order</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Sales return</source>
            <translation>销售退货单</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>交班日结单</translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Stock-out</source>
            <translation>销售出库单</translation>
        </message>
        <message>
            <source>Till sale</source>
            <translation>零售单</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>调拨单</translation>
        </message>
        <message>
            <source>Transfer receipt</source>
            <translation>调拨入库单</translation>
        </message>
        <message>
            <source>Write-off</source>
            <translation>报损单</translation>
        </message>
    </context>
    <context>
        <name>Label</name>
        <message>
            <source>A scanner cannot read this; make it wider</source>
            <translation>扫码枪读不出来，请加宽</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Align bottom</source>
            <translation>靠下</translation>
        </message>
        <message>
            <source>Align left</source>
            <translation>靠左</translation>
        </message>
        <message>
            <source>Align right</source>
            <translation>靠右</translation>
        </message>
        <message>
            <source>Align top</source>
            <translation>靠上</translation>
        </message>
        <message>
            <source>Alignment</source>
            <translation>对齐</translation>
        </message>
        <message>
            <source>Bar</source>
            <translation>条</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Barcode number</source>
            <translation>条码数字</translation>
        </message>
        <message>
            <source>Best before</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>加粗</translation>
        </message>
        <message>
            <source>Centre horizontally</source>
            <translation>左右居中</translation>
        </message>
        <message>
            <source>Centre vertically</source>
            <translation>上下居中</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>取自</translation>
        </message>
        <message>
            <source>Custom text</source>
            <translation>自定义文字</translation>
        </message>
        <message>
            <source>Decoded</source>
            <translation>已识别</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Drawn as the printer will draw it, {0} dpi, then decoded again</source>
            <translation>按打印机精度（每英寸 {0} 点）绘制，再识别一遍</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>标签内容</translation>
        </message>
        <message>
            <source>Fields you can place</source>
            <translation>可放的字段</translation>
        </message>
        <message>
            <source>Fit to window</source>
            <translation>适合窗口</translation>
        </message>
        <message>
            <source>From the left</source>
            <translation>距左边</translation>
        </message>
        <message>
            <source>From the top</source>
            <translation>距上边</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Label and paper</source>
            <translation>标签与纸张</translation>
        </message>
        <message>
            <source>Label: {0}</source>
            <translation>标签：{0}</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>靠左</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>横线</translation>
        </message>
        <message>
            <source>Lot or serial number</source>
            <translation>批号或序列号</translation>
        </message>
        <message>
            <source>Make a product first, to look at.</source>
            <translation>请先建一个商品，才能预览。</translation>
        </message>
        <message>
            <source>Middle</source>
            <translation>居中</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New label</source>
            <translation>新建标签</translation>
        </message>
        <message>
            <source>No barcode on this label.</source>
            <translation>这个标签上没有条码。</translation>
        </message>
        <message>
            <source>No selection</source>
            <translation>未选中</translation>
        </message>
        <message>
            <source>Numbers under the bars</source>
            <translation>条码下显示数字</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片文件</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print date</source>
            <translation>打印日期</translation>
        </message>
        <message>
            <source>Product name</source>
            <translation>商品名称</translation>
        </message>
        <message>
            <source>QR code</source>
            <translation>二维码</translation>
        </message>
        <message>
            <source>Reads back</source>
            <translation>可以扫出</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>靠右</translation>
        </message>
        <message>
            <source>Rotation</source>
            <translation>旋转</translation>
        </message>
        <message>
            <source>Rulers</source>
            <translation>标尺</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Sample product</source>
            <translation>样品商品</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Select an element on the label.</source>
            <translation>点标签上的内容来修改。</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>货架</translation>
        </message>
        <message>
            <source>Shelf label</source>
            <translation>货架标签</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店名</translation>
        </message>
        <message>
            <source>Shows</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Snap to half millimetres</source>
            <translation>移动时对齐半毫米</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>The label</source>
            <translation>标签画面</translation>
        </message>
        <message>
            <source>The next product</source>
            <translation>下一个商品</translation>
        </message>
        <message>
            <source>The product before</source>
            <translation>上一个商品</translation>
        </message>
        <message>
            <source>The product's picture</source>
            <translation>商品图片</translation>
        </message>
        <message>
            <source>The shop's mark</source>
            <translation>店铺标志</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>文字内容</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>显示比例</translation>
        </message>
        <message>
            <source>{0} dots</source>
            <translation>{0} 点</translation>
        </message>
        <message>
            <source>{0} is kept: it is offered when labels are printed.</source>
            <translation>已保存“{0}”，打标签时可以选用。</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>第 {0} / {1} 个</translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message>
            <source>Copy all lines</source>
            <translation>复制所有行</translation>
        </message>
        <message>
            <source>Enter adds a line: name, code, initials or scan</source>
            <translation>回车加一行：商品名、编码、拼音首字母或扫码</translation>
        </message>
        <message>
            <source>May be typed in packs: 3 {0} + 4</source>
            <translation>可以按整零填写：3 {0} + 4</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Name, code, initials or scan</source>
            <translation>商品名、编码、拼音首字母或扫码</translation>
        </message>
        <message>
            <source>Paste rows</source>
            <translation>粘贴多行</translation>
        </message>
        <message>
            <source>Take the line out</source>
            <translation>删除此行</translation>
        </message>
    </context>
    <context>
        <name>List</name>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Add filter</source>
            <translation>添加筛选</translation>
        </message>
        <message>
            <source>All the others</source>
            <translation>其余各组</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>不小于</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>不大于</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>平均</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>按{0}</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Collapse all groups</source>
            <translation>收起所有分组</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Contains</source>
            <translation>包含</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>复制为表格</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Expand all groups</source>
            <translation>展开所有分组</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Export instead</source>
            <translation>改为导出</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter by {0}</source>
            <translation>按{0}筛选</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>From a day to a day</source>
            <translation>从某天到某天</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>More views</source>
            <translation>更多视图</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>No groups</source>
            <translation>不分组</translation>
        </message>
        <message>
            <source>No rows match</source>
            <translation>没有符合条件的记录</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>这里没有内容</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print anyway</source>
            <translation>仍然打印</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Rename the view</source>
            <translation>给视图改名</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>改名…</translation>
        </message>
        <message>
            <source>Reset columns</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save this view</source>
            <translation>保存此视图</translation>
        </message>
        <message>
            <source>Saved: {0}</source>
            <translation>已保存：{0}</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Shown: {0}</source>
            <translation>共 {0} 行</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Total · {0}</source>
            <translation>合计 · {0}</translation>
        </message>
        <message>
            <source>Totals of what is shown · {0}</source>
            <translation>当前显示合计 · {0}</translation>
        </message>
        <message>
            <source>Update this view</source>
            <translation>更新为现在的样子</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>What belongs to this view will stand here</source>
            <translation>符合这个视图的内容会显示在这里</translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation>{0} 起</translation>
        </message>
        <message>
            <source>sorted, the largest first</source>
            <translation>已排序，从大到小</translation>
        </message>
        <message>
            <source>sorted, the smallest first</source>
            <translation>已排序，从小到大</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>至 {0}</translation>
        </message>
        <message>
            <source>{0} rows are about {1} pages.</source>
            <translation>{0} 行大约要打印 {1} 页。</translation>
        </message>
        <message>
            <source>{0} selected</source>
            <translation>已选 {0} 行</translation>
        </message>
        <message>
            <source>{0}, by day</source>
            <translation>{0}（按日）</translation>
        </message>
        <message>
            <source>{0}, by month</source>
            <translation>{0}（按月）</translation>
        </message>
        <message>
            <source>“{0}”</source>
            <translation>“{0}”</translation>
        </message>
    </context>
    <context>
        <name>Lots</name>
        <message>
            <source>At customers</source>
            <translation>在客户处</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>冻结</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Every step</source>
            <translation>全部流转</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Expires {0}, usual price {1}</source>
            <translation>有效期至 {0}，原价 {1}</translation>
        </message>
        <message>
            <source>Filter by lot, product, supplier</source>
            <translation>按批号、商品、供应商筛选</translation>
        </message>
        <message>
            <source>Filter by lot, product, warehouse</source>
            <translation>按批号、商品、仓库筛选</translation>
        </message>
        <message>
            <source>Goes out</source>
            <translation>出库数量</translation>
        </message>
        <message>
            <source>Goes out of {0}</source>
            <translation>{0} 出库数量</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批号</translation>
        </message>
        <message>
            <source>Lots</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Lots with an expiry stand here, the nearest day first</source>
            <translation>有有效期的批次在这里，快到期的在前</translation>
        </message>
        <message>
            <source>Lots, serial numbers and bins</source>
            <translation>批次、序列号和库位</translation>
        </message>
        <message>
            <source>Lower the price</source>
            <translation>降价</translation>
        </message>
        <message>
            <source>No customer has goods of it.</source>
            <translation>没有客户还有这个批次的货。</translation>
        </message>
        <message>
            <source>No lots yet</source>
            <translation>还没有批次</translation>
        </message>
        <message>
            <source>Nobody outside has any of it.</source>
            <translation>没有在外面的货。</translation>
        </message>
        <message>
            <source>Nothing here expires</source>
            <translation>没有带有效期的货</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>现存</translation>
        </message>
        <message>
            <source>On hand: {0}</source>
            <translation>现存：{0}</translation>
        </message>
        <message>
            <source>One more lot</source>
            <translation>再加一个批次</translation>
        </message>
        <message>
            <source>Price near expiry</source>
            <translation>临期价</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Recall letters</source>
            <translation>召回通知</translation>
        </message>
        <message>
            <source>Receive goods with their lot, expiry or serial numbers</source>
            <translation>收货时填写批号、有效期或序列号</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>解冻</translation>
        </message>
        <message>
            <source>Return to the supplier</source>
            <translation>退给供应商</translation>
        </message>
        <message>
            <source>Say which</source>
            <translation>填写批次</translation>
        </message>
        <message>
            <source>Scan the serial numbers, one a line</source>
            <translation>扫描序列号，每行一个</translation>
        </message>
        <message>
            <source>Serial numbers</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Smells, recalled by its maker …</source>
            <translation>异味、厂家召回……</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Usual price {0}</source>
            <translation>原价 {0}</translation>
        </message>
        <message>
            <source>Who still has it</source>
            <translation>尚有此批次的客户</translation>
        </message>
        <message>
            <source>Why it may not be sold</source>
            <translation>冻结原因</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} / {1}</translation>
        </message>
        <message>
            <source>{0}, lot {1}</source>
            <translation>{0}，批次 {1}</translation>
        </message>
        <message>
            <source>{0}: {1} {2}</source>
            <translation>{0}：{1} {2}</translation>
        </message>
    </context>
    <context>
        <name>Manual</name>
        <message>
            <source>Chapters</source>
            <translation>章节</translation>
        </message>
        <message>
            <source>It comes with the program; this copy was made without it.</source>
            <translation>手册随程序一起安装；这份程序没有附带。</translation>
        </message>
        <message>
            <source>Search the manual</source>
            <translation>搜索手册</translation>
        </message>
        <message>
            <source>The manual is not here</source>
            <translation>没有找到手册</translation>
        </message>
    </context>
    <context>
        <name>Margin</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Cost of {0} × {1}</source>
            <translation>成本：{0} × {1}</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>毛利</translation>
        </message>
        <message>
            <source>Sold for, without tax</source>
            <translation>销售额（不含税）</translation>
        </message>
        <message>
            <source>What {0} earned</source>
            <translation>{0} 的毛利</translation>
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>About ERP Desktop</source>
            <translation>关于 ERP Desktop</translation>
        </message>
        <message>
            <source>About this page</source>
            <translation>本页说明</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Change person…</source>
            <translation>换人…</translation>
        </message>
        <message>
            <source>Check the books</source>
            <translation>核对账本</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>关闭标签页</translation>
        </message>
        <message>
            <source>Collapse the sidebar</source>
            <translation>收起侧栏</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿箱</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>First tasks</source>
            <translation>上手任务</translation>
        </message>
        <message>
            <source>Font size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>Imports so far</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Label designer</source>
            <translation>标签设计</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Move tab to a new window</source>
            <translation>标签页移到新窗口</translation>
        </message>
        <message>
            <source>New shop…</source>
            <translation>新建店铺…</translation>
        </message>
        <message>
            <source>Open shop on a server…</source>
            <translation>打开服务器上的店铺…</translation>
        </message>
        <message>
            <source>Open shop…</source>
            <translation>打开店铺…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>恢复备份…</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Same as system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>工具</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
    </context>
    <context>
        <name>Money</name>
        <message>
            <source>Alipay</source>
            <translation>支付宝</translation>
        </message>
        <message>
            <source>Arrives</source>
            <translation>到账金额</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行存款</translation>
        </message>
        <message>
            <source>Booked to bank fees: {0}.</source>
            <translation>记入银行手续费：{0}。</translation>
        </message>
        <message>
            <source>Card takings</source>
            <translation>在途刷卡款</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Fee kept</source>
            <translation>扣手续费</translation>
        </message>
        <message>
            <source>From</source>
            <translation>转出账户</translation>
        </message>
        <message>
            <source>In the books: {0}</source>
            <translation>账面余额：{0}</translation>
        </message>
        <message>
            <source>Leaves</source>
            <translation>转出金额</translation>
        </message>
        <message>
            <source>More cannot arrive than leaves.</source>
            <translation>到账金额不能大于转出金额。</translation>
        </message>
        <message>
            <source>Move money</source>
            <translation>资金转账</translation>
        </message>
        <message>
            <source>Move money between own accounts</source>
            <translation>账户间转账</translation>
        </message>
        <message>
            <source>Other money</source>
            <translation>其他资金</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>流水号</translation>
        </message>
        <message>
            <source>Tax in the fee</source>
            <translation>手续费中的税率</translation>
        </message>
        <message>
            <source>The cash is in</source>
            <translation>现金在</translation>
        </message>
        <message>
            <source>The drawer of till {0} (open shift)</source>
            <translation>收银台 {0} 的钱箱（当班中）</translation>
        </message>
        <message>
            <source>The safe</source>
            <translation>保险柜</translation>
        </message>
        <message>
            <source>To</source>
            <translation>转入账户</translation>
        </message>
        <message>
            <source>WeChat Pay</source>
            <translation>微信支付</translation>
        </message>
        <message>
            <source>{0} moved from {1} to {2}</source>
            <translation>已转账 {0}：{1} → {2}</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>1 delivery is late</source>
            <translation>1 单采购逾期未到</translation>
        </message>
        <message>
            <source>1 invoice is overdue</source>
            <translation>1 笔款已逾期</translation>
        </message>
        <message>
            <source>1 lot expires within 30 days</source>
            <translation>1 个批次 30 天内到期</translation>
        </message>
        <message>
            <source>1 lot is past its day</source>
            <translation>1 个批次已过期</translation>
        </message>
        <message>
            <source>1 order should have left already</source>
            <translation>1 单已过发货日期</translation>
        </message>
        <message>
            <source>1 product is running out</source>
            <translation>1 种商品快卖完</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>It takes some seconds, while you work on.</source>
            <translation>只要几秒钟，不影响继续干活。</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Nothing waits for you.</source>
            <translation>没有待办的事。</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>重新打印</translation>
        </message>
        <message>
            <source>Ship</source>
            <translation>去发货</translation>
        </message>
        <message>
            <source>Show proof</source>
            <translation>查看核对</translation>
        </message>
        <message>
            <source>Something was changed behind the program's back.</source>
            <translation>有数据在程序之外被改动过。</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>去收款</translation>
        </message>
        <message>
            <source>The books do not balance</source>
            <translation>账实不符</translation>
        </message>
        <message>
            <source>The last backup is {0} days old</source>
            <translation>上次备份已是 {0} 天前</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>What to order</source>
            <translation>看采购建议</translation>
        </message>
        <message>
            <source>{0} deliveries are late</source>
            <translation>{0} 单采购逾期未到</translation>
        </message>
        <message>
            <source>{0} invoices are overdue</source>
            <translation>{0} 笔款已逾期</translation>
        </message>
        <message>
            <source>{0} lots are past their day</source>
            <translation>{0} 个批次已过期</translation>
        </message>
        <message>
            <source>{0} lots expire within 30 days</source>
            <translation>{0} 个批次 30 天内到期</translation>
        </message>
        <message>
            <source>{0} orders should have left already</source>
            <translation>{0} 单已过发货日期</translation>
        </message>
        <message>
            <source>{0} products are running out</source>
            <translation>{0} 种商品快卖完</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Assembly</source>
            <translation>组装拆卸</translation>
        </message>
        <message>
            <source>Back orders</source>
            <translation>缺货订单</translation>
        </message>
        <message>
            <source>Bank reconciliation</source>
            <translation>银行对账</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>采购账单</translation>
        </message>
        <message>
            <source>Bins</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Customer or supplier</source>
            <translation>客户或供应商</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿箱</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Expense</source>
            <translation>费用单</translation>
        </message>
        <message>
            <source>Expiry</source>
            <translation>效期</translation>
        </message>
        <message>
            <source>First tasks</source>
            <translation>上手任务</translation>
        </message>
        <message>
            <source>Goods receipt</source>
            <translation>采购入库单</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>销售发票</translation>
        </message>
        <message>
            <source>Label designer</source>
            <translation>标签设计</translation>
        </message>
        <message>
            <source>Landed cost</source>
            <translation>采购费用分摊</translation>
        </message>
        <message>
            <source>Ledger card</source>
            <translation>库存台账</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Lots</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>使用手册</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>资金</translation>
        </message>
        <message>
            <source>Money transfer</source>
            <translation>资金转账单</translation>
        </message>
        <message>
            <source>New partner</source>
            <translation>新建往来单位</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新建商品</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation>期初库存</translation>
        </message>
        <message>
            <source>Order, receipt and bill</source>
            <translation>三单匹配</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Partners</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Payment in</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Payment out</source>
            <translation>付款单</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>拣货</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Purchase order</source>
            <translation>采购订单</translation>
        </message>
        <message>
            <source>Purchase return</source>
            <translation>采购退货单</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>报价单</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Reversal</source>
            <translation>红冲单</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales order</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Sales return</source>
            <translation>销售退货单</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Stock documents</source>
            <translation>库存单据</translation>
        </message>
        <message>
            <source>Stock-out</source>
            <translation>销售出库单</translation>
        </message>
        <message>
            <source>Supplier prices</source>
            <translation>供应商报价</translation>
        </message>
        <message>
            <source>The owner can give you the right to see it: Settings, People</source>
            <translation>店主可在“设置 → 人员”中授予您查看成本的权限</translation>
        </message>
        <message>
            <source>This page shows what goods cost</source>
            <translation>此页涉及成本</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银</translation>
        </message>
        <message>
            <source>Till sale</source>
            <translation>零售单</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>调拨单</translation>
        </message>
        <message>
            <source>Transfer receipt</source>
            <translation>调拨入库单</translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>What to order</source>
            <translation>补货建议</translation>
        </message>
        <message>
            <source>Write-off</source>
            <translation>报损单</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation>前往{0}</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>打标签</translation>
        </message>
        <message>
            <source>Ledger card of {0}</source>
            <translation>{0} 的库存台账</translation>
        </message>
        <message>
            <source>New: {0}</source>
            <translation>新建：{0}</translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>没有找到。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订货</translation>
        </message>
        <message>
            <source>Order more of {0}</source>
            <translation>给 {0} 订货</translation>
        </message>
        <message>
            <source>Partners</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print labels for {0}</source>
            <translation>打印 {0} 的标签</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Report: {0}</source>
            <translation>报表：{0}</translation>
        </message>
        <message>
            <source>Search, or type a command</source>
            <translation>搜索，或输入命令</translation>
        </message>
        <message>
            <source>Settings: {0}</source>
            <translation>设置：{0}</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>This document has no paper.</source>
            <translation>这种单据没有可打印的纸张。</translation>
        </message>
        <message>
            <source>Type  &gt;  for commands,  #  for documents,  @  for partners</source>
            <translation>输入  &gt;  找命令，#  找单据，@  找往来单位</translation>
        </message>
        <message>
            <source>Use here</source>
            <translation>用到本页</translation>
        </message>
        <message>
            <source>close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>move</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>next scope</source>
            <translation>换范围</translation>
        </message>
        <message>
            <source>on this page</source>
            <translation>本页</translation>
        </message>
        <message>
            <source>open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>use in this page</source>
            <translation>用到本页</translation>
        </message>
        <message>
            <source>{0} found</source>
            <translation>{0} 个</translation>
        </message>
        <message>
            <source>{0} on hand</source>
            <translation>在手 {0}</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}：{1}</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>58 mm roll</source>
            <translation>58 毫米小票纸</translation>
        </message>
        <message>
            <source>80 mm roll</source>
            <translation>80 毫米小票纸</translation>
        </message>
        <message>
            <source>A4 sheet, 3 × 8</source>
            <translation>A4 标签纸 3 × 8</translation>
        </message>
        <message>
            <source>Assembly</source>
            <translation>组装单</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>采购账单</translation>
        </message>
        <message>
            <source>Bin labels</source>
            <translation>库位标签</translation>
        </message>
        <message>
            <source>Cash slip</source>
            <translation>钱箱存取单</translation>
        </message>
        <message>
            <source>Count sheet</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>红字发票</translation>
        </message>
        <message>
            <source>Customer return</source>
            <translation>销售退货单</translation>
        </message>
        <message>
            <source>Delivery note</source>
            <translation>销售出库单</translation>
        </message>
        <message>
            <source>Expense</source>
            <translation>费用单</translation>
        </message>
        <message>
            <source>Goods receipt</source>
            <translation>采购入库单</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>销售发票</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>条码标签</translation>
        </message>
        <message>
            <source>Landed cost</source>
            <translation>采购费用分摊单</translation>
        </message>
        <message>
            <source>Money transfer</source>
            <translation>资金转账单</translation>
        </message>
        <message>
            <source>Payment made</source>
            <translation>付款单</translation>
        </message>
        <message>
            <source>Payment received</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Pick list</source>
            <translation>拣货单</translation>
        </message>
        <message>
            <source>Purchase order</source>
            <translation>采购订单</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>报价单</translation>
        </message>
        <message>
            <source>Recall letters</source>
            <translation>召回通知</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>销售小票</translation>
        </message>
        <message>
            <source>Rejection note</source>
            <translation>拒收单</translation>
        </message>
        <message>
            <source>Return receipt</source>
            <translation>退货小票</translation>
        </message>
        <message>
            <source>Sales order</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Stock transfer</source>
            <translation>调拨单</translation>
        </message>
        <message>
            <source>Supplier return</source>
            <translation>采购退货单</translation>
        </message>
        <message>
            <source>Transfer receipt</source>
            <translation>调拨入库单</translation>
        </message>
        <message>
            <source>With prices</source>
            <translation>含价格</translation>
        </message>
        <message>
            <source>Without prices</source>
            <translation>不含价格</translation>
        </message>
        <message>
            <source>Write-off</source>
            <translation>报损单</translation>
        </message>
        <message>
            <source>Z report</source>
            <translation>交班日结单</translation>
        </message>
        <message>
            <source>{0} mm</source>
            <translation>{0} 毫米</translation>
        </message>
    </context>
    <context>
        <name>Partners</name>
        <message>
            <source>A till sale needs none; an order does</source>
            <translation>收银零售不需要客户，下订单才需要</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Advances</source>
            <translation>预收预付</translation>
        </message>
        <message>
            <source>Agreed prices</source>
            <translation>专价</translation>
        </message>
        <message>
            <source>Agreed prices…</source>
            <translation>专价…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Credit limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer and supplier</source>
            <translation>客户兼供应商</translation>
        </message>
        <message>
            <source>Deactivate</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Due after</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Filter by name, code, phone, initials</source>
            <translation>按名称、编码、电话、拼音首字母筛选</translation>
        </message>
        <message>
            <source>For customers</source>
            <translation>客户相关</translation>
        </message>
        <message>
            <source>For documents</source>
            <translation>单据资料</translation>
        </message>
        <message>
            <source>For suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>General</source>
            <translation>基本资料</translation>
        </message>
        <message>
            <source>Give it a name</source>
            <translation>请填写名称</translation>
        </message>
        <message>
            <source>Lead time</source>
            <translation>到货天数</translation>
        </message>
        <message>
            <source>Minimum order</source>
            <translation>起订金额</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>New customer “{0}”</source>
            <translation>新建客户“{0}”</translation>
        </message>
        <message>
            <source>New partner</source>
            <translation>新建往来单位</translation>
        </message>
        <message>
            <source>New supplier</source>
            <translation>新供应商</translation>
        </message>
        <message>
            <source>New supplier “{0}”</source>
            <translation>新建供应商“{0}”</translation>
        </message>
        <message>
            <source>No customers or suppliers yet</source>
            <translation>还没有客户或供应商</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未结单据</translation>
        </message>
        <message>
            <source>Over-delivery allowed</source>
            <translation>允许超收</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Owes us</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Pay supplier</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Price level</source>
            <translation>价格级别</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>重要程度</translation>
        </message>
        <message>
            <source>Reactivate</source>
            <translation>恢复往来</translation>
        </message>
        <message>
            <source>Retail price</source>
            <translation>零售价</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Statement…</source>
            <translation>对账单…</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>税号</translation>
        </message>
        <message>
            <source>Tea house, VIP, …</source>
            <translation>茶楼，老客户，…</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>There is nothing yet.</source>
            <translation>还没有记录。</translation>
        </message>
        <message>
            <source>Turnover in 12 months</source>
            <translation>近 12 个月往来额</translation>
        </message>
        <message>
            <source>We owe</source>
            <translation>应付</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} 天</translation>
        </message>
    </context>
    <context>
        <name>Paste</name>
        <message>
            <source>Could be several: {0}</source>
            <translation>可能是多个商品：{0}</translation>
        </message>
        <message>
            <source>No product is called “{0}”</source>
            <translation>没有叫“{0}”的商品</translation>
        </message>
        <message>
            <source>No product is named</source>
            <translation>没有写商品</translation>
        </message>
        <message>
            <source>Nothing is pasted yet. Correct the rows and paste them again.</source>
            <translation>还没有粘贴任何一行。请改好这些行再粘贴一次。</translation>
        </message>
        <message>
            <source>Paste nothing</source>
            <translation>都不粘贴</translation>
        </message>
        <message>
            <source>Paste the other {0}</source>
            <translation>粘贴其余 {0} 行</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows that could not be read</source>
            <translation>未能读取的行</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>{0} is a service and has no stock</source>
            <translation>{0} 是服务，没有库存</translation>
        </message>
        <message>
            <source>{0} is not on this document</source>
            <translation>{0} 不在这张单上</translation>
        </message>
        <message>
            <source>{0} of {1} rows cannot be pasted</source>
            <translation>{1} 行中有 {0} 行无法粘贴</translation>
        </message>
        <message>
            <source>{0} rows pasted</source>
            <translation>已粘贴 {0} 行</translation>
        </message>
        <message>
            <source>“{0}” has too many decimal places</source>
            <translation>“{0}” 小数位数太多</translation>
        </message>
        <message>
            <source>“{0}” is no number</source>
            <translation>“{0}” 不是数字</translation>
        </message>
        <message>
            <source>“{0}” must be above zero</source>
            <translation>“{0}” 必须大于零</translation>
        </message>
        <message>
            <source>“{0}”: write a point before the decimals</source>
            <translation>“{0}”：小数点请写成“.”</translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message>
            <source>Last 10 days</source>
            <translation>最近 10 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>Last 90 days</source>
            <translation>最近 90 天</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>上周</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
    </context>
    <context>
        <name>Person</name>
        <message>
            <source>Choose, then your PIN</source>
            <translation>选择姓名，再输入密码</translation>
        </message>
        <message>
            <source>Who is here?</source>
            <translation>谁在操作？</translation>
        </message>
    </context>
    <context>
        <name>Pick</name>
        <message>
            <source>All of it is here</source>
            <translation>全部找到</translation>
        </message>
        <message>
            <source>Back orders</source>
            <translation>缺货订单</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>继续拣货</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>还缺</translation>
        </message>
        <message>
            <source>No order waits for goods of this warehouse.</source>
            <translation>没有订单在等这个仓库的货。</translation>
        </message>
        <message>
            <source>Not on hand: {0}</source>
            <translation>缺货：{0}</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Pick list</source>
            <translation>拣货单</translation>
        </message>
        <message>
            <source>Picked</source>
            <translation>已拣</translation>
        </message>
        <message>
            <source>Picked so far</source>
            <translation>拣货进度</translation>
        </message>
        <message>
            <source>Scan a bin or what you take</source>
            <translation>扫描库位或取出的商品</translation>
        </message>
        <message>
            <source>Ship what is picked</source>
            <translation>按已拣出库</translation>
        </message>
        <message>
            <source>Shipped: {0}</source>
            <translation>已出库：{0}</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>is the wrong lot: take {0}</source>
            <translation>批次不对，请拿 {0}</translation>
        </message>
        <message>
            <source>is too much: all of it is picked</source>
            <translation>多拿了：这个商品已经拣够</translation>
        </message>
        <message>
            <source>is wrong: it is not on this list</source>
            <translation>拿错了：不在这张拣货单上</translation>
        </message>
        <message>
            <source>picked {0}</source>
            <translation>已拣 {0}</translation>
        </message>
        <message>
            <source>{0} lines to pick here</source>
            <translation>这个库位要拣 {0} 行</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} / {1}</translation>
        </message>
        <message>
            <source>{0} of {1} for {2}</source>
            <translation>{0} / {1}，{2}</translation>
        </message>
        <message>
            <source>{0} piece is missing. It stays on its order.</source>
            <translation>还缺 {0} 件，留在它的订单上。</translation>
        </message>
        <message>
            <source>{0} pieces are missing. They stay on their orders.</source>
            <translation>还缺 {0} 件，它们留在各自的订单上。</translation>
        </message>
        <message>
            <source>{0} {1} ({2})</source>
            <translation>{0} {1}（{2}）</translation>
        </message>
    </context>
    <context>
        <name>Practice</name>
        <message>
            <source>Accountant</source>
            <translation>会计</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Begin again</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Check the books</source>
            <translation>核对账目</translation>
        </message>
        <message>
            <source>Choose a supplier, scan or type what came, and book it in.</source>
            <translation>选供应商，扫码或输入到货商品，然后入库。</translation>
        </message>
        <message>
            <source>Choose it when a shop is made: there nothing is for keeps.</source>
            <translation>新建店铺时可以选择练习店铺，在那里随便试。</translation>
        </message>
        <message>
            <source>Choose what to count, enter what you see, then finish and post it.</source>
            <translation>选要盘点的商品，输入实盘数量，结束并过账。</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>店员</translation>
        </message>
        <message>
            <source>Close a period</source>
            <translation>结账</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>交班日结</translation>
        </message>
        <message>
            <source>Count a shelf</source>
            <translation>盘点一个货架</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Everything is worked out again from the first row and compared.</source>
            <translation>从第一笔起全部重算一遍，再逐项对照。</translation>
        </message>
        <message>
            <source>Home shows takings, profit, and what to do first.</source>
            <translation>首页有营业额、毛利，以及先做什么。</translation>
        </message>
        <message>
            <source>In Money, press the lock, close a past month; it is fixed then.</source>
            <translation>在资金页点锁形按钮，把过去的月份结账，之后不能再往里记账。</translation>
        </message>
        <message>
            <source>In the reports, choose the pack and a period, and save it.</source>
            <translation>在报表里选会计资料包和期间，保存成文件。</translation>
        </message>
        <message>
            <source>In the till, find the receipt, scan what came back, pay it out.</source>
            <translation>在收银台找到小票，扫要退的商品，把钱退给顾客。</translation>
        </message>
        <message>
            <source>In the till, open a shift if none is open, count it and close it.</source>
            <translation>在收银台先开班（如还没开），点清钱箱后交班。</translation>
        </message>
        <message>
            <source>Look at how the shop stands</source>
            <translation>看看店里的情况</translation>
        </message>
        <message>
            <source>Mark some products, press Labels, then print or save them.</source>
            <translation>选几个商品，点“标签”，打印或存成文件。</translation>
        </message>
        <message>
            <source>Open a product: its card shows its cost and how that came to be.</source>
            <translation>打开一个商品，卡片上有成本和它的由来。</translation>
        </message>
        <message>
            <source>Order what is short</source>
            <translation>给缺货的商品下单</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>店主</translation>
        </message>
        <message>
            <source>Press Back up now; the copy is proved before it counts.</source>
            <translation>点“立即备份”，备份核对无误才算数。</translation>
        </message>
        <message>
            <source>Print labels</source>
            <translation>打印标签</translation>
        </message>
        <message>
            <source>Receive goods</source>
            <translation>收货入库</translation>
        </message>
        <message>
            <source>Save the accountant's pack</source>
            <translation>导出会计资料包</translation>
        </message>
        <message>
            <source>Scan or type a product, take the money, and give change.</source>
            <translation>扫码或输入商品，收款、找零。</translation>
        </message>
        <message>
            <source>See what a product costs you</source>
            <translation>看一个商品的成本</translation>
        </message>
        <message>
            <source>Sell at the till</source>
            <translation>收银台卖货</translation>
        </message>
        <message>
            <source>Show me</source>
            <translation>带我去</translation>
        </message>
        <message>
            <source>Still to do</source>
            <translation>还没做</translation>
        </message>
        <message>
            <source>Take goods back</source>
            <translation>办理退货</translation>
        </message>
        <message>
            <source>The first tasks are in the practice shop</source>
            <translation>上手任务在练习店铺里</translation>
        </message>
        <message>
            <source>What to order proposes amounts; look them over and order them.</source>
            <translation>采购建议会给出数量，看过之后下单。</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} / {1}</translation>
        </message>
        <message>
            <source>{0} of {1} done</source>
            <translation>已完成 {0} / {1}</translation>
        </message>
    </context>
    <context>
        <name>Prices</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A price counts from its quantity on, for one of its unit (empty: {0}) · rows can be pasted · {1} removes</source>
            <translation>价格从起订数量起生效，按所写单位计（留空：{0}）· 可粘贴多行 · {1} 删除一行</translation>
        </message>
        <message>
            <source>Change prices</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Enter adds a level or a customer: name or code</source>
            <translation>回车添加级别或客户：名称或编码</translation>
        </message>
        <message>
            <source>Enter adds a product: name, code or initials</source>
            <translation>回车添加商品：名称、货号或拼音首字母</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Price level</source>
            <translation>价格级别</translation>
        </message>
        <message>
            <source>Price levels</source>
            <translation>价格级别</translation>
        </message>
        <message>
            <source>Prices agreed with {0}</source>
            <translation>{0} 的专价</translation>
        </message>
        <message>
            <source>Prices of {0}</source>
            <translation>{0} 的价格</translation>
        </message>
        <message>
            <source>Retail price</source>
            <translation>零售价</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>专价</translation>
        </message>
        <message>
            <source>agreed price</source>
            <translation>专价</translation>
        </message>
        <message>
            <source>for all variants</source>
            <translation>同款通用</translation>
        </message>
        <message>
            <source>from {0} {1}</source>
            <translation>{0} {1}起</translation>
        </message>
        <message>
            <source>near expiry</source>
            <translation>临期价</translation>
        </message>
        <message>
            <source>the product's own</source>
            <translation>商品自己的单位</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>到 {0}</translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation>还有 {0} 个</translation>
        </message>
        <message>
            <source>{0} rows were not understood: {1}</source>
            <translation>有 {0} 行看不懂：{1}</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>1 to {0}</source>
            <translation>1 到 {0}</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Of each</source>
            <translation>每种张数</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF 文件</translation>
        </message>
        <message>
            <source>Pages of the paper</source>
            <translation>单据页面</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>The first {0} of {1} pages are shown; all are printed.</source>
            <translation>预览前 {0} 页，共 {1} 页；打印时全部打印。</translation>
        </message>
        <message>
            <source>{0} did not take the paper. Check that it is switched on and connected.</source>
            <translation>{0} 没有响应，请检查打印机是否开机并已连接。</translation>
        </message>
        <message>
            <source>{0}: printed on {1}.</source>
            <translation>{0}：已由 {1} 打印。</translation>
        </message>
        <message>
            <source>{0}: saved as {1}.</source>
            <translation>{0}：已保存为 {1}。</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>belongs to another product</source>
            <translation>属于另一种商品</translation>
        </message>
        <message>
            <source>fill it in</source>
            <translation>请填写</translation>
        </message>
        <message>
            <source>format the column as text and enter the code again</source>
            <translation>请把这一列设为文本格式后重新输入编码</translation>
        </message>
        <message>
            <source>has a comma where a decimal point is expected</source>
            <translation>小数点写成了逗号</translation>
        </message>
        <message>
            <source>has another number of values than its template</source>
            <translation>与所属款的规格项个数不一致</translation>
        </message>
        <message>
            <source>has no sheet that is known here</source>
            <translation>里没有认得的工作表</translation>
        </message>
        <message>
            <source>has too many decimal places</source>
            <translation>小数位数太多</translation>
        </message>
        <message>
            <source>import the suppliers as partners first, or leave the column out</source>
            <translation>请先把供应商作为往来单位导入，或不选这一列</translation>
        </message>
        <message>
            <source>is a barcode that lost its leading zeros</source>
            <translation>是丢了开头的零的条码</translation>
        </message>
        <message>
            <source>is a code that a spreadsheet turned into a number: digits are lost</source>
            <translation>是被表格软件变成数字的编码，丢了位数</translation>
        </message>
        <message>
            <source>is a date before 1990 or more than a year ahead</source>
            <translation>日期早于 1990 年或超过一年以后</translation>
        </message>
        <message>
            <source>is a kit, or stands for its variants: it has no stock of its own</source>
            <translation>是套装或分规格的款，本身没有库存</translation>
        </message>
        <message>
            <source>is a service and has no stock</source>
            <translation>是服务，没有库存</translation>
        </message>
        <message>
            <source>is below zero</source>
            <translation>小于零</translation>
        </message>
        <message>
            <source>is empty, but needed</source>
            <translation>是必填项，不能为空</translation>
        </message>
        <message>
            <source>is empty, but this product is kept by lot or serial number</source>
            <translation>是空的，但这个商品按批次或序列号管理</translation>
        </message>
        <message>
            <source>is neither yes nor no</source>
            <translation>既不是“是”也不是“否”</translation>
        </message>
        <message>
            <source>is not a date</source>
            <translation>不是日期</translation>
        </message>
        <message>
            <source>is not a number</source>
            <translation>不是数字</translation>
        </message>
        <message>
            <source>is not a whole number</source>
            <translation>不是整数</translation>
        </message>
        <message>
            <source>is not above zero</source>
            <translation>必须大于零</translation>
        </message>
        <message>
            <source>is not known</source>
            <translation>系统中没有</translation>
        </message>
        <message>
            <source>is not one of those allowed</source>
            <translation>不在允许的范围内</translation>
        </message>
        <message>
            <source>is not the balance before with this row's amount</source>
            <translation>与上一行余额加本行金额不符</translation>
        </message>
        <message>
            <source>is not the currency of this shop</source>
            <translation>不是本店的币种</translation>
        </message>
        <message>
            <source>is not the number of its serial numbers</source>
            <translation>与序列号的个数不一致</translation>
        </message>
        <message>
            <source>is not what the lines, the discount, the shipping and the taxes come to</source>
            <translation>与明细、优惠、运费和税额的合计不符</translation>
        </message>
        <message>
            <source>is the unit that the product is counted in</source>
            <translation>是商品本身的计量单位</translation>
        </message>
        <message>
            <source>it would be {0}: a row is missing, or leave the column of balances out</source>
            <translation>应为 {0}：可能缺行，或不导入余额列</translation>
        </message>
        <message>
            <source>keep one of them ({0})</source>
            <translation>请只留一个（{0}）</translation>
        </message>
        <message>
            <source>leave the row out</source>
            <translation>请去掉这一行</translation>
        </message>
        <message>
            <source>link it to a product once: it is known from then on</source>
            <translation>关联一次，以后都认得</translation>
        </message>
        <message>
            <source>may be read as two dates</source>
            <translation>可以读成两个日期</translation>
        </message>
        <message>
            <source>means no product here yet</source>
            <translation>还没有关联商品</translation>
        </message>
        <message>
            <source>name the sheets: {0}</source>
            <translation>请把工作表命名为：{0}</translation>
        </message>
        <message>
            <source>no column for this field</source>
            <translation>没有对应这一项的列</translation>
        </message>
        <message>
            <source>say whether the day or the month comes first, or write {0}</source>
            <translation>请说明日和月哪个在前，或写成 {0}</translation>
        </message>
        <message>
            <source>say which column holds it</source>
            <translation>请指定在哪一列</translation>
        </message>
        <message>
            <source>stands in the file more than once</source>
            <translation>在文件中出现了不止一次</translation>
        </message>
        <message>
            <source>take it out of the parts of {0}</source>
            <translation>请把它从 {0} 的组成里去掉</translation>
        </message>
        <message>
            <source>the shop trades in {0}</source>
            <translation>本店币种为 {0}</translation>
        </message>
        <message>
            <source>they come to {0}</source>
            <translation>合计应为 {0}</translation>
        </message>
        <message>
            <source>undo that import first ({0})</source>
            <translation>请先撤销那次导入（{0}）</translation>
        </message>
        <message>
            <source>was imported before</source>
            <translation>以前导入过</translation>
        </message>
        <message>
            <source>would be made of itself</source>
            <translation>会把自己包含在内</translation>
        </message>
        <message>
            <source>write a date such as {0}</source>
            <translation>请写成日期，例如 {0}</translation>
        </message>
        <message>
            <source>write a number such as {0}</source>
            <translation>请写数字，例如 {0}</translation>
        </message>
        <message>
            <source>write it as {0}</source>
            <translation>请写成 {0}</translation>
        </message>
        <message>
            <source>write its part or its variant instead</source>
            <translation>请改写它的组成商品或规格</translation>
        </message>
        <message>
            <source>write one of its own ({0} has this one)</source>
            <translation>请写它自己的条码（这个条码属于 {0}）</translation>
        </message>
        <message>
            <source>write one of: {0}</source>
            <translation>请写以下之一：{0}</translation>
        </message>
        <message>
            <source>write one that is known, such as {0}</source>
            <translation>请写系统中已有的，例如 {0}</translation>
        </message>
        <message>
            <source>write the lot or the serial number</source>
            <translation>请填写批号或序列号</translation>
        </message>
        <message>
            <source>write {0}</source>
            <translation>请写成 {0}</translation>
        </message>
        <message>
            <source>write {0} in a text cell</source>
            <translation>请在文本单元格中写 {0}</translation>
        </message>
    </context>
    <context>
        <name>Proof</name>
        <message>
            <source>a layer of cost</source>
            <translation>成本层</translation>
        </message>
        <message>
            <source>a match is empty</source>
            <translation>对账匹配是空的</translation>
        </message>
        <message>
            <source>a match is not the same money</source>
            <translation>对账匹配两边金额不等</translation>
        </message>
        <message>
            <source>a match is of two accounts</source>
            <translation>对账匹配跨了两个科目</translation>
        </message>
        <message>
            <source>a match names what is not there</source>
            <translation>对账匹配的分录不存在</translation>
        </message>
        <message>
            <source>a row refers to nothing</source>
            <translation>有行引用了不存在的数据</translation>
        </message>
        <message>
            <source>documents are missing from the chain</source>
            <translation>链中缺少单据</translation>
        </message>
        <message>
            <source>documents at the end are missing</source>
            <translation>末尾缺少单据</translation>
        </message>
        <message>
            <source>documents before this one are missing</source>
            <translation>此单据之前缺少单据</translation>
        </message>
        <message>
            <source>it reverses a document that is not reversed</source>
            <translation>所红冲的单据不是“已冲销”状态</translation>
        </message>
        <message>
            <source>rows without a posted document</source>
            <translation>存在没有已过账单据的行</translation>
        </message>
        <message>
            <source>the assembling account is not empty</source>
            <translation>组装成本科目没有结清</translation>
        </message>
        <message>
            <source>the balance on hand</source>
            <translation>现存量余额</translation>
        </message>
        <message>
            <source>the balance's value</source>
            <translation>库存金额余额</translation>
        </message>
        <message>
            <source>the bank's balance does not follow</source>
            <translation>银行余额前后不连续</translation>
        </message>
        <message>
            <source>the cost of a movement</source>
            <translation>库存流水的成本</translation>
        </message>
        <message>
            <source>the difference to the standard cost</source>
            <translation>与标准成本的差异</translation>
        </message>
        <message>
            <source>the document has no place in the chain</source>
            <translation>单据不在链中</translation>
        </message>
        <message>
            <source>the document was changed after it was posted</source>
            <translation>单据过账后被改动</translation>
        </message>
        <message>
            <source>the file is damaged</source>
            <translation>文件已损坏</translation>
        </message>
        <message>
            <source>the head of the ledgers was changed</source>
            <translation>账本末端标记被改动</translation>
        </message>
        <message>
            <source>the journal does not balance</source>
            <translation>总账借贷不平</translation>
        </message>
        <message>
            <source>the journal does not say what the document says</source>
            <translation>凭证与单据不符</translation>
        </message>
        <message>
            <source>the journal does not say what the stock ledger says</source>
            <translation>凭证与库存台账不符</translation>
        </message>
        <message>
            <source>the journal entry does not balance</source>
            <translation>凭证借贷不平</translation>
        </message>
        <message>
            <source>the last known cost</source>
            <translation>最近成本</translation>
        </message>
        <message>
            <source>the ledger's quantity</source>
            <translation>台账数量</translation>
        </message>
        <message>
            <source>the ledger's value</source>
            <translation>台账金额</translation>
        </message>
        <message>
            <source>the number does not follow the one before</source>
            <translation>单号与前一张不连续</translation>
        </message>
        <message>
            <source>the number series was changed, or documents are missing</source>
            <translation>编号序列被改动，或缺少单据</translation>
        </message>
        <message>
            <source>the pieces of a bin or lot</source>
            <translation>库位或批次的件数</translation>
        </message>
        <message>
            <source>the pieces that were counted</source>
            <translation>盘点的件数</translation>
        </message>
        <message>
            <source>the quantity of a movement</source>
            <translation>库存流水的数量</translation>
        </message>
        <message>
            <source>the reserved quantity</source>
            <translation>预留数量</translation>
        </message>
        <message>
            <source>the shift report does not say what its papers come to</source>
            <translation>交班日结单与本班单据不符</translation>
        </message>
        <message>
            <source>the state does not fit the document</source>
            <translation>单据状态不符</translation>
        </message>
        <message>
            <source>the stock account is not the value of the stock</source>
            <translation>库存商品科目与库存金额不符</translation>
        </message>
        <message>
            <source>the stock ledger cannot be recomputed</source>
            <translation>库存台账无法重算</translation>
        </message>
        <message>
            <source>the stock of a bin or lot</source>
            <translation>库位或批次的库存</translation>
        </message>
        <message>
            <source>the time of the last movement</source>
            <translation>最后一笔流水的时间</translation>
        </message>
        <message>
            <source>the variance of a movement</source>
            <translation>库存流水的成本差异</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>过期</translation>
        </message>
        <message>
            <source>Given away</source>
            <translation>赠送</translation>
        </message>
        <message>
            <source>Lost or stolen</source>
            <translation>丢失或被盗</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Sample or own use</source>
            <translation>样品或自用</translation>
        </message>
        <message>
            <source>Sent less than written</source>
            <translation>发货数量不足</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>A PIN has 4 to 8 digits, not {digits}.</source>
            <translation>收银密码为 4 到 8 位数字，不能是 {digits} 位。</translation>
        </message>
        <message>
            <source>A discount of {discount} is more than the amount of {amount}.</source>
            <translation>优惠 {discount} 超过了金额 {amount}。</translation>
        </message>
        <message>
            <source>A fee of {fee} leaves nothing of {amount}.</source>
            <translation>手续费 {fee} 已不小于转出金额 {amount}。</translation>
        </message>
        <message>
            <source>A shift is open at till {till} since {since}. Count and close it first.</source>
            <translation>收银台 {till} 从 {since} 起已开班，请先点钱交班。</translation>
        </message>
        <message>
            <source>An amount is too large to keep.</source>
            <translation>金额过大，无法保存。</translation>
        </message>
        <message>
            <source>From {code} to {code}: choose another place to move to.</source>
            <translation>调出和调入都是 {code}，请另选一个调入仓库。</translation>
        </message>
        <message>
            <source>No customer or supplier has the code “{code}”.</source>
            <translation>没有编码为“{code}”的客户或供应商。</translation>
        </message>
        <message>
            <source>No product falls under this choice.</source>
            <translation>这个范围里没有商品。</translation>
        </message>
        <message>
            <source>No product has the code “{sku}”. Make it new, or link the code to a product.</source>
            <translation>没有货号或条码为“{sku}”的商品。可以新建商品，或把它关联到已有商品。</translation>
        </message>
        <message>
            <source>No shift is open at till {till}.</source>
            <translation>收银台 {till} 还没有开班。</translation>
        </message>
        <message>
            <source>No warehouse has the code “{code}”.</source>
            <translation>没有编码为“{code}”的仓库。</translation>
        </message>
        <message>
            <source>Nobody else may {right}. Give somebody else this right first.</source>
            <translation>没有其他人可以{right}。请先把此权限授予别人。</translation>
        </message>
        <message>
            <source>Nobody here is called “{name}”.</source>
            <translation>这里没有名叫“{name}”的人。</translation>
        </message>
        <message>
            <source>Nothing is closed after that day.</source>
            <translation>该日之后没有已结账的期间。</translation>
        </message>
        <message>
            <source>Only {advance} is left of the advance, not {wanted}.</source>
            <translation>预收（预付）款只剩 {advance}，不足 {wanted}。</translation>
        </message>
        <message>
            <source>Say first how much of {sku} there is, then how many pieces it is.</source>
            <translation>请先填写 {sku} 的实盘数量，再填写件数。</translation>
        </message>
        <message>
            <source>Sold on {sold}: goods are taken back for {days} days.</source>
            <translation>{sold} 售出：退货期限为 {days} 天。</translation>
        </message>
        <message>
            <source>Somebody else is writing into {path} just now. Nothing was written; try again in a moment.</source>
            <translation>别处正在写入 {path}。这次什么也没有写入，请稍后再试。</translation>
        </message>
        <message>
            <source>Somebody else saved {reference} since you opened it. Open it again to see what changed.</source>
            <translation>您打开 {reference} 之后，别人已保存过它。请重新打开，看看改了什么。</translation>
        </message>
        <message>
            <source>That is the same account. Choose another one for the money to go to.</source>
            <translation>转出与转入是同一账户，请另选转入账户。</translation>
        </message>
        <message>
            <source>The bank says {bank}, the books say {books}: {difference} between them.</source>
            <translation>银行 {bank}，账面 {books}：相差 {difference}。</translation>
        </message>
        <message>
            <source>The barcode {barcode} already belongs to {sku}.</source>
            <translation>条码 {barcode} 已属于 {sku}。</translation>
        </message>
        <message>
            <source>The books are closed through {through}. Take a later date, or reverse and copy.</source>
            <translation>账已结到 {through}。请改用之后的日期，或红冲并复制。</translation>
        </message>
        <message>
            <source>The code {code} is already in use.</source>
            <translation>编码 {code} 已被使用。</translation>
        </message>
        <message>
            <source>The disk with {path} is full. Nothing was saved; make room and try again.</source>
            <translation>{path} 所在磁盘已满，什么都没有保存。请腾出空间再试。</translation>
        </message>
        <message>
            <source>The file has {count} problems. Nothing was taken in; correct them and try again.</source>
            <translation>文件中有 {count} 处问题，什么都没有导入。请改正后再试。</translation>
        </message>
        <message>
            <source>The line's “{field}” is not right: {detail}.</source>
            <translation>这一行的“{field}”不对：{detail}。</translation>
        </message>
        <message>
            <source>The method of {sku} was last changed on {changed_at}; choose a later time.</source>
            <translation>{sku} 的计价方法上次变更于 {changed_at}，请选择更晚的时间。</translation>
        </message>
        <message>
            <source>The password does not open {path}. Nothing was written.</source>
            <translation>密码打不开 {path}。什么都没有写入。</translation>
        </message>
        <message>
            <source>The password of {user} is not right.</source>
            <translation>{user} 的密码不对。</translation>
        </message>
        <message>
            <source>The picture has {size} MB; take one of at most {largest} MB.</source>
            <translation>图片有 {size} 兆，请选不超过 {largest} 兆的图片。</translation>
        </message>
        <message>
            <source>The server {url} does not answer ({detail}).</source>
            <translation>服务器 {url} 没有应答（{detail}）。</translation>
        </message>
        <message>
            <source>The shop trades from {code}; it stays in use.</source>
            <translation>店铺默认用 {code} 做买卖，不能停用。</translation>
        </message>
        <message>
            <source>The unit “{unit}” is there already. Give each unit a name of its own.</source>
            <translation>单位“{unit}”已经有了，每个单位要有不同的名称。</translation>
        </message>
        <message>
            <source>There is already a shop at {path}. Choose another name, or open it.</source>
            <translation>{path} 处已有一个店铺。请换个名字，或打开它。</translation>
        </message>
        <message>
            <source>There is no bin “{code}” here.</source>
            <translation>这里没有库位“{code}”。</translation>
        </message>
        <message>
            <source>There is no document “{reference}”.</source>
            <translation>没有单据“{reference}”。</translation>
        </message>
        <message>
            <source>There is no price level “{level}”. Known are: {known}.</source>
            <translation>没有价格级别“{level}”。现有：{known}。</translation>
        </message>
        <message>
            <source>There is no shop at {path}.</source>
            <translation>{path} 处没有店铺。</translation>
        </message>
        <message>
            <source>There is no such count any more.</source>
            <translation>这张盘点单已经不在了。</translation>
        </message>
        <message>
            <source>There is nothing on this document yet. Add at least one line.</source>
            <translation>这张单据还是空的，请至少加一行。</translation>
        </message>
        <message>
            <source>This count is finished: it takes nothing any more.</source>
            <translation>这次盘点已经结束，不能再录入。</translation>
        </message>
        <message>
            <source>This file was taken away meanwhile by somebody else.</source>
            <translation>这个附件刚被别人移除了。</translation>
        </message>
        <message>
            <source>This is not the PIN of {user}.</source>
            <translation>这不是 {user} 的收银密码。</translation>
        </message>
        <message>
            <source>Too many wrong PINs: wait {seconds} seconds, then try {user} again.</source>
            <translation>收银密码连续输错，请等 {seconds} 秒后再输入 {user} 的密码。</translation>
        </message>
        <message>
            <source>{account} and {other} are two accounts. Match the lines of one at a time.</source>
            <translation>{account} 和 {other} 是两个科目，请逐个科目对账。</translation>
        </message>
        <message>
            <source>{at} is before 1990 or more than a year ahead. Check the date.</source>
            <translation>{at} 早于 1990 年或晚于一年之后，请核对日期。</translation>
        </message>
        <message>
            <source>{at} is before what it answers ({origin}). Take a later date.</source>
            <translation>{at} 早于原单的时间（{origin}），请改用之后的日期。</translation>
        </message>
        <message>
            <source>{code} still holds {count} products. Move them away first.</source>
            <translation>{code} 里还有 {count} 种商品，请先移走。</translation>
        </message>
        <message>
            <source>{count} products are to be counted again before the count can be posted.</source>
            <translation>还有 {count} 种商品要重盘，重盘后才能过账。</translation>
        </message>
        <message>
            <source>{customers} customers carry the level “{level}”. Take it out of use instead.</source>
            <translation>有 {customers} 个客户使用级别“{level}”，请改为停用。</translation>
        </message>
        <message>
            <source>{customer} is over the credit limit by {over}: {owes} stand open, {wanted} come on top, {limit} are allowed.</source>
            <translation>{customer} 超出信用额度 {over}：已欠 {owes}，本次 {wanted}，额度 {limit}。</translation>
        </message>
        <message>
            <source>{database} is not empty: it has a table {table}. Choose an empty database.</source>
            <translation>{database} 不是空的：里面有表 {table}。请选择一个空数据库。</translation>
        </message>
        <message>
            <source>{due} is due, {paid} was paid. Without a customer the sale must be paid in full.</source>
            <translation>应收 {due}，实收 {paid}。没有选客户时必须付清。</translation>
        </message>
        <message>
            <source>{feature} comes with a later version.</source>
            <translation>{feature}将在以后的版本中提供。</translation>
        </message>
        <message>
            <source>{field} cannot be “{value}”. It is one of: {allowed}.</source>
            <translation>{field}不能是“{value}”，只能是：{allowed}。</translation>
        </message>
        <message>
            <source>{field} is missing.</source>
            <translation>缺少{field}。</translation>
        </message>
        <message>
            <source>{field} must be more than zero, not {value}.</source>
            <translation>{field}必须大于零，不能是 {value}。</translation>
        </message>
        <message>
            <source>{field} of {sku} cannot change any more: {document} rests on it.</source>
            <translation>{sku} 的{field}不能再改：{document} 已经用到它。</translation>
        </message>
        <message>
            <source>{line} is matched already. Take that match apart first.</source>
            <translation>{line} 已对账，请先取消那笔匹配。</translation>
        </message>
        <message>
            <source>{number} has more than {places} decimals. Shorten it.</source>
            <translation>{number} 的小数超过 {places} 位，请改短。</translation>
        </message>
        <message>
            <source>{paid} was paid, only {due} is due. Only cash gives change; take the exact amount, or choose a customer to keep the rest for.</source>
            <translation>实收 {paid}，应收只有 {due}。只有现金可以找零：请按应收金额收款，或选一位客户把余款记为预收。</translation>
        </message>
        <message>
            <source>{path} cannot be read: {detail}.</source>
            <translation>无法读取 {path}：{detail}。</translation>
        </message>
        <message>
            <source>{path} cannot be written. Check the rights of the file and its folder.</source>
            <translation>无法写入 {path}。请检查文件和文件夹的权限。</translation>
        </message>
        <message>
            <source>{path} cannot be written: {detail}.</source>
            <translation>无法写入 {path}：{detail}。</translation>
        </message>
        <message>
            <source>{path} is damaged ({detail}). Restore the latest backup.</source>
            <translation>{path} 已损坏（{detail}）。请恢复最近的备份。</translation>
        </message>
        <message>
            <source>{path} is encrypted: its password is needed.</source>
            <translation>{path} 已加密：需要它的密码。</translation>
        </message>
        <message>
            <source>{path} is not a shop of this program.</source>
            <translation>{path} 不是本程序的店铺文件。</translation>
        </message>
        <message>
            <source>{path} was cut or changed since it was written. Take another backup.</source>
            <translation>{path} 写好之后被截断或改动过。请换一份备份。</translation>
        </message>
        <message>
            <source>{path} was written by a newer version ({found}; this program knows {known}). Install the newer version.</source>
            <translation>{path} 由更新的版本写成（{found}，本程序只认识到 {known}）。请安装新版本。</translation>
        </message>
        <message>
            <source>{prefix} stands before the numbers of another kind: {kind}. Choose another.</source>
            <translation>前缀 {prefix} 已用于“{kind}”，请换一个。</translation>
        </message>
        <message>
            <source>{rate}% is the usual rate. Make another one the usual rate first.</source>
            <translation>{rate}% 是常用税率。请先把别的税率设为常用。</translation>
        </message>
        <message>
            <source>{reference} cannot be reversed while {follower} answers it. Reverse {follower} first.</source>
            <translation>{reference} 之后已有 {follower}，不能直接红冲。请先红冲 {follower}。</translation>
        </message>
        <message>
            <source>{reference} is a {kind} ({state}); it cannot be answered with this.</source>
            <translation>{reference} 是{kind}（{state}），不能这样接着做。</translation>
        </message>
        <message>
            <source>{reference} is {state}, so it cannot become {wanted}.</source>
            <translation>{reference} 的状态是“{state}”，不能变为“{wanted}”。</translation>
        </message>
        <message>
            <source>{reference} was already reversed by {reversal}.</source>
            <translation>{reference} 已由 {reversal} 红冲。</translation>
        </message>
        <message>
            <source>{sku} cannot be made of itself.</source>
            <translation>{sku} 不能由它自己组装而成。</translation>
        </message>
        <message>
            <source>{sku} comes in variants. Choose one of them.</source>
            <translation>{sku} 分规格，请选择其中一个规格。</translation>
        </message>
        <message>
            <source>{sku} has moved: change how it is costed from a date on.</source>
            <translation>{sku} 已有出入库：请从某一日期起变更计价方法。</translation>
        </message>
        <message>
            <source>{sku} has no parts yet. Say what it is made of.</source>
            <translation>{sku} 还没有组成部分，请先填写它由什么组成。</translation>
        </message>
        <message>
            <source>{sku} has no stock of its own to receive, count or move: it is a service, a kit, or comes in variants.</source>
            <translation>{sku} 自身没有库存（服务、套装或分规格的款），不能入库、盘点或调拨。</translation>
        </message>
        <message>
            <source>{sku} has no {measure}. Fill it in on the product, or share the cost another way.</source>
            <translation>{sku} 没有填{measure}。请在商品资料里补上，或换一种分摊方式。</translation>
        </message>
        <message>
            <source>{sku} has two prices for {unit} from {minimum} on. Keep one of them.</source>
            <translation>{sku} 的{unit}从 {minimum} 起有两个价格，请只留一个。</translation>
        </message>
        <message>
            <source>{sku} is costed that way already.</source>
            <translation>{sku} 已采用这种计价方法。</translation>
        </message>
        <message>
            <source>{sku} is the product itself. Choose another one to merge it into.</source>
            <translation>{sku} 就是这个商品本身，请选择另一个商品来合并。</translation>
        </message>
        <message>
            <source>{sku} is tracked: say which lot or serial.</source>
            <translation>{sku} 按批次或序列号管理：请注明批号或序列号。</translation>
        </message>
        <message>
            <source>{sku} stands on this count twice. Put the two lines together.</source>
            <translation>{sku} 在这张盘点单上出现了两次，请合并成一行。</translation>
        </message>
        <message>
            <source>{sku} was counted on several shelves. Choose the shelf first, then correct it.</source>
            <translation>{sku} 在几个货架上都盘过，请先选货架再改。</translation>
        </message>
        <message>
            <source>{sku} was counted twice on shelf “{shelf}” with different results. Say which is right.</source>
            <translation>{sku} 在货架“{shelf}”上有两个不同的盘点数，请选定哪个是对的。</translation>
        </message>
        <message>
            <source>{sku} would be a part of itself.</source>
            <translation>{sku} 会成为它自己的组成部分。</translation>
        </message>
        <message>
            <source>{sku}, lot {lot} expired on {expired_on}.</source>
            <translation>{sku} 批次 {lot} 已于 {expired_on} 过期。</translation>
        </message>
        <message>
            <source>{sku}, lot {lot} is blocked: {reason}.</source>
            <translation>{sku} 批次 {lot} 已冻结：{reason}。</translation>
        </message>
        <message>
            <source>{sku}, lot {lot} is short by {missing}.</source>
            <translation>{sku} 批次 {lot} 缺 {missing}。</translation>
        </message>
        <message>
            <source>{sku}, serial {serial} is here already.</source>
            <translation>{sku} 序列号 {serial} 已在库。</translation>
        </message>
        <message>
            <source>{sku}, serial {serial} is one piece.</source>
            <translation>{sku} 序列号 {serial} 只对应一件。</translation>
        </message>
        <message>
            <source>{sku}: there is no lot or serial {lot} here.</source>
            <translation>{sku}：这里没有批次或序列号 {lot}。</translation>
        </message>
        <message>
            <source>{sku}: {counter} counted it before; somebody else must count it again.</source>
            <translation>{sku}：{counter} 上次盘过，需换人重盘。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than arrived; {outstanding} are left of the receipt.</source>
            <translation>{sku}：{wanted} 超过了到货数量，这张入库单还剩 {outstanding}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than can come back; {returnable} were sold and not yet returned.</source>
            <translation>{sku}：{wanted} 超过了可退数量，已售未退的是 {returnable}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than is on its way; {outstanding} are.</source>
            <translation>{sku}：{wanted} 超过在途数量，在途只有 {outstanding}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than was ordered; {outstanding} still to come.</source>
            <translation>{sku}：{wanted} 超过了订购数量，未入库的是 {outstanding}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} wanted, only {available} available.</source>
            <translation>{sku}：需要 {wanted}，可用只有 {available}。</translation>
        </message>
        <message>
            <source>{supplier} delivers from {minimum} on; this order comes to {total}.</source>
            <translation>{supplier}的起订金额为 {minimum}，这张订单只有 {total}。</translation>
        </message>
        <message>
            <source>{user} may not do this ({right}). Ask somebody who may.</source>
            <translation>{user} 没有这个权限（{right}），请找有权限的人。</translation>
        </message>
        <message>
            <source>“{code}” was turned into a number by a spreadsheet and lost its digits. Format the column as text and fill it in again.</source>
            <translation>“{code}”被表格软件变成了数字，丢了位数。请把这一列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>“{name}” belongs to a posted document. Only whoever put it there ({person}), a manager or the owner can take it away or rename it.</source>
            <translation>“{name}”是已过账单据的附件，只有添加的人（{person}）、店长或老板可以移除或改名。</translation>
        </message>
        <message>
            <source>“{name}” has {size} MB; files up to {largest} MB can be kept. Make it smaller first.</source>
            <translation>“{name}”有 {size} 兆，附件最大 {largest} 兆，请先压缩。</translation>
        </message>
        <message>
            <source>“{name}” is empty: there is nothing in it to keep.</source>
            <translation>“{name}”是空文件，没有内容可存。</translation>
        </message>
        <message>
            <source>“{pattern}” is no layout of a scale's code. Write it like {example}.</source>
            <translation>“{pattern}”不是能识别的称重码格式，请写成 {example} 这样的形式。</translation>
        </message>
        <message>
            <source>“{prefix}” cannot begin a number: up to six capital letters or digits, a letter first.</source>
            <translation>“{prefix}”不能作编号前缀：最多六位大写字母或数字，以字母开头。</translation>
        </message>
        <message>
            <source>“{text}” is not a date. Type it like 2026-11-21.</source>
            <translation>“{text}”不是日期。请写成 2026-11-21 这样。</translation>
        </message>
        <message>
            <source>“{text}” is not a number. Type digits with at most one point, for example 12.50.</source>
            <translation>“{text}”不是数字。请输入数字，最多一个小数点，例如 12.50。</translation>
        </message>
        <message>
            <source>“{typed}” is no quantity here: “{unit}” is not clear. The units are {units}.</source>
            <translation>“{typed}”不是数量：看不出“{unit}”是哪个单位。可用的单位有 {units}。</translation>
        </message>
    </context>
    <context>
        <name>Replenishment</name>
        <message>
            <source>Count it, or enter the receipt that is missing.</source>
            <translation>请盘点，或补录缺少的入库单。</translation>
        </message>
        <message>
            <source>Draft orders written: {0}</source>
            <translation>已生成采购订单草稿：{0} 张</translation>
        </message>
        <message>
            <source>Fill up to {0}</source>
            <translation>凑够 {0}</translation>
        </message>
        <message>
            <source>Filter by product or supplier</source>
            <translation>按商品或供应商筛选</translation>
        </message>
        <message>
            <source>Give products a minimum, and what falls short stands here</source>
            <translation>给商品设定最低库存，缺货的商品会列在这里</translation>
        </message>
        <message>
            <source>It is sold in packs of {pack}.</source>
            <translation>按每包 {pack} 订货。</translation>
        </message>
        <message>
            <source>It never came in: enter its receipt or its opening stock.</source>
            <translation>从未入库：请补录入库单或期初库存。</translation>
        </message>
        <message>
            <source>Last year the coming weeks sold {season} % of the usual.</source>
            <translation>去年同期销量为平时的 {season}%。</translation>
        </message>
        <message>
            <source>Look at them</source>
            <translation>打开查看</translation>
        </message>
        <message>
            <source>Minimum: {safety} + {daily} a day × {lead_days} days.</source>
            <translation>最低 = {safety} + 日均 {daily} × {lead_days} 天。</translation>
        </message>
        <message>
            <source>Move {missing} here: {elsewhere} lie in other warehouses.</source>
            <translation>从其他仓库调入 {missing}：那里还有 {elsewhere}。</translation>
        </message>
        <message>
            <source>Nothing falls short.</source>
            <translation>没有缺货的商品。</translation>
        </message>
        <message>
            <source>Nothing has to be ordered</source>
            <translation>暂时不用补货</translation>
        </message>
        <message>
            <source>Order anyway</source>
            <translation>仍然下单</translation>
        </message>
        <message>
            <source>Products {0} · Suppliers {1} · {2}</source>
            <translation>商品 {0} · 供应商 {1} · {2}</translation>
        </message>
        <message>
            <source>Promised {reserved}, but {on_hand} on hand and {on_order} on order.</source>
            <translation>已预留 {reserved}，现存 {on_hand}，在途 {on_order}，不够。</translation>
        </message>
        <message>
            <source>Receive the order: {on_order} are on their way.</source>
            <translation>订单到货后入库：在途 {on_order}。</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>The supplier sells no less than {least}.</source>
            <translation>供应商起订量为 {least}。</translation>
        </message>
        <message>
            <source>Without a supplier, so not ordered: {0}</source>
            <translation>没有供应商、未下单的商品：{0} 种</translation>
        </message>
        <message>
            <source>Without {0}</source>
            <translation>不含{0}</translation>
        </message>
        <message>
            <source>Write the orders</source>
            <translation>生成采购订单</translation>
        </message>
        <message>
            <source>{drafted} of what is on order are in drafts.</source>
            <translation>其中 {drafted} 在订单草稿里。</translation>
        </message>
        <message>
            <source>{forecast} will be left, below the minimum of {minimum}.</source>
            <translation>预计剩 {forecast}，低于最低库存 {minimum}。</translation>
        </message>
        <message>
            <source>{forecast} will be left, the minimum is {minimum}.</source>
            <translation>预计剩 {forecast}，最低库存为 {minimum}。</translation>
        </message>
        <message>
            <source>{forecast} will be left; minimum {minimum} = {safety} + {daily} a day × {lead_days} days.</source>
            <translation>预计剩 {forecast}；最低 {minimum} = {safety} + 日均 {daily} × {lead_days} 天。</translation>
        </message>
        <message>
            <source>{later} more are on order but come too late.</source>
            <translation>另有 {later} 已订货，但到货太晚。</translation>
        </message>
        <message>
            <source>{on_order} on order bring it back to {forecast}: nothing to do.</source>
            <translation>在途 {on_order} 到货后为 {forecast}，无需补货。</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>(no category)</source>
            <translation>未分类</translation>
        </message>
        <message>
            <source>(no reason given)</source>
            <translation>（未填原因）</translation>
        </message>
        <message>
            <source>(not said)</source>
            <translation>（未填）</translation>
        </message>
        <message>
            <source>A partner's papers with the balance, to print and send</source>
            <translation>往来单位的单据与余额，可打印发送</translation>
        </message>
        <message>
            <source>Accountant</source>
            <translation>会计资料</translation>
        </message>
        <message>
            <source>Accountant's pack</source>
            <translation>会计资料包</translation>
        </message>
        <message>
            <source>All accounts: opening, turnover, closing</source>
            <translation>所有科目：期初、发生、期末</translation>
        </message>
        <message>
            <source>All days</source>
            <translation>全部日期</translation>
        </message>
        <message>
            <source>All products</source>
            <translation>全部商品</translation>
        </message>
        <message>
            <source>All warehouses</source>
            <translation>全部仓库</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Buying</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Choose other days above, or look at all of them</source>
            <translation>请在上方选择其他日期，或查看全部</translation>
        </message>
        <message>
            <source>Days without stock, and what they cost in sales</source>
            <translation>缺货天数及损失的销售</translation>
        </message>
        <message>
            <source>Every expense, with the tax in it</source>
            <translation>每笔费用及其税额</translation>
        </message>
        <message>
            <source>Every line of the money ledger</source>
            <translation>每一行凭证</translation>
        </message>
        <message>
            <source>Every move of a product, with its balance</source>
            <translation>每笔出入库及结存</translation>
        </message>
        <message>
            <source>Every receipt, bill and return to suppliers</source>
            <translation>每一笔入库、账单和采购退货</translation>
        </message>
        <message>
            <source>Every sale, invoice and return</source>
            <translation>每一笔销售、发票和退货</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>From the balance in the books to that at the bank</source>
            <translation>从账面余额到银行余额</translation>
        </message>
        <message>
            <source>How long the goods have been here</source>
            <translation>货品在库多久</translation>
        </message>
        <message>
            <source>How much is where, now or on any day</source>
            <translation>各仓有多少，现在或任何一天</translation>
        </message>
        <message>
            <source>How often the stock is sold in a year</source>
            <translation>库存一年周转几次</translation>
        </message>
        <message>
            <source>How right the counts were, month by month</source>
            <translation>各月盘点准确率</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>资金</translation>
        </message>
        <message>
            <source>Money that came and went</source>
            <translation>资金的收与付</translation>
        </message>
        <message>
            <source>Nothing in these days</source>
            <translation>这段时间没有数据</translation>
        </message>
        <message>
            <source>Nothing to show</source>
            <translation>没有数据</translation>
        </message>
        <message>
            <source>Opening, in, out and closing of a period</source>
            <translation>期间的期初、入、出、期末</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Sales, cost and gross profit by day</source>
            <translation>按天的收入、成本和毛利</translation>
        </message>
        <message>
            <source>Sales, costs and expenses by month, down to the net profit</source>
            <translation>按月的收入、成本、费用，直到净利润</translation>
        </message>
        <message>
            <source>Sales, purchases, stock by lot with its method, restated costs, price differences, freight, journal, open items and trial balance of a period; the last sheet shows that they agree.</source>
            <translation>一个期间的销售、采购、按批次的库存与计价方法、重算成本、采购价差、运费、凭证、往来和科目余额；最后一页证明各表相符。</translation>
        </message>
        <message>
            <source>Save workbook</source>
            <translation>保存工作簿</translation>
        </message>
        <message>
            <source>Selling</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>The first day must not lie after the last.</source>
            <translation>开始日期不能晚于结束日期。</translation>
        </message>
        <message>
            <source>The stock's worth at the end of a period</source>
            <translation>期末库存金额</translation>
        </message>
        <message>
            <source>The stock's worth by category</source>
            <translation>按分类的库存金额</translation>
        </message>
        <message>
            <source>There is nothing of this kind now</source>
            <translation>目前没有这类情况</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>What each customer owes, by how late it is</source>
            <translation>各客户欠款，按逾期天数</translation>
        </message>
        <message>
            <source>What everything costs, at retail and on each level</source>
            <translation>每个商品的零售价和各级别价</translation>
        </message>
        <message>
            <source>What falls short, and how much to order</source>
            <translation>缺什么，该订多少</translation>
        </message>
        <message>
            <source>What lies in which bin, and of which lot</source>
            <translation>每个库位、每个批次的库存</translation>
        </message>
        <message>
            <source>What may still be promised, day by day</source>
            <translation>还能答应给客户多少，逐日</translation>
        </message>
        <message>
            <source>What must be sold until when, and what it is worth</source>
            <translation>哪些货要在什么时候前卖掉，值多少钱</translation>
        </message>
        <message>
            <source>What orders will need, day by day</source>
            <translation>订单逐日需要哪些商品</translation>
        </message>
        <message>
            <source>What sold, and what it earned</source>
            <translation>卖了什么，赚了多少</translation>
        </message>
        <message>
            <source>What the goods cost that left</source>
            <translation>售出商品的成本</translation>
        </message>
        <message>
            <source>What the stock is worth, now or on any day</source>
            <translation>库存值多少，现在或任何一天</translation>
        </message>
        <message>
            <source>What was not sold for ninety days</source>
            <translation>九十天未销售的商品</translation>
        </message>
        <message>
            <source>What was ordered, what came, what was billed</source>
            <translation>订了多少、到了多少、开票多少</translation>
        </message>
        <message>
            <source>What was sold without being there</source>
            <translation>没货先卖的商品</translation>
        </message>
        <message>
            <source>What was spent on what, month by month</source>
            <translation>各月各项目花了多少</translation>
        </message>
        <message>
            <source>What we owe each supplier, by how late it is</source>
            <translation>欠各供应商，按逾期天数</translation>
        </message>
        <message>
            <source>What went missing or was written off, and why</source>
            <translation>盘亏与报损及其原因</translation>
        </message>
        <message>
            <source>Which costs a later document changed</source>
            <translation>哪些成本被后来的单据改变</translation>
        </message>
        <message>
            <source>Which orders wait, for what, and until when</source>
            <translation>哪些订单在等货、等什么、等到哪天</translation>
        </message>
        <message>
            <source>Which products make the takings</source>
            <translation>哪些商品贡献销售额</translation>
        </message>
        <message>
            <source>Who owes us, and for how long</source>
            <translation>谁欠我们，欠了多久</translation>
        </message>
        <message>
            <source>Whom we owe, and for how long</source>
            <translation>我们欠谁，欠了多久</translation>
        </message>
        <message>
            <source>Why counts differed</source>
            <translation>盘点差异的原因</translation>
        </message>
        <message>
            <source>beginning</source>
            <translation>最早</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>By day</source>
            <translation>按天</translation>
        </message>
        <message>
            <source>By month</source>
            <translation>按月</translation>
        </message>
        <message>
            <source>By week</source>
            <translation>按周</translation>
        </message>
        <message>
            <source>without</source>
            <translation>未填</translation>
        </message>
    </context>
    <context>
        <name>Restating</name>
        <message>
            <source>After</source>
            <translation>之后</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>之前</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Changed one document</source>
            <translation>改变了 1 张单据的成本</translation>
        </message>
        <message>
            <source>Changed {0} documents</source>
            <translation>改变了 {0} 张单据的成本</translation>
        </message>
        <message>
            <source>Closed days keep their figures; what changes there is booked on {0}.</source>
            <translation>已结账的日期，数字不变；那里的变动记在 {0}。</translation>
        </message>
        <message>
            <source>Closed days keep their figures; what changes there is booked on {0}: {1} cost of sales.</source>
            <translation>已结账的日期，数字不变；那里的变动记在 {0}：销售成本 {1}。</translation>
        </message>
        <message>
            <source>Cost of sales</source>
            <translation>销售成本</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Documents that change</source>
            <translation>会变动的单据</translation>
        </message>
        <message>
            <source>Documents whose goods cost differently: {0}, from {1} on.</source>
            <translation>成本会变的单据：{0} 张，从 {1} 起。</translation>
        </message>
        <message>
            <source>Earned with these goods</source>
            <translation>这些货的毛利</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>先不过账</translation>
        </message>
        <message>
            <source>Post and restate</source>
            <translation>过账并重算</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Restated by {0}</source>
            <translation>成本由 {0} 重算</translation>
        </message>
        <message>
            <source>Sold at the till</source>
            <translation>收银零售</translation>
        </message>
        <message>
            <source>This changes earlier figures</source>
            <translation>这会改变以前的数字</translation>
        </message>
        <message>
            <source>cost of sales since then</source>
            <translation>此后的销售成本</translation>
        </message>
        <message>
            <source>its cost, since then</source>
            <translation>本单的成本</translation>
        </message>
        <message>
            <source>off the standard</source>
            <translation>与标准的差异</translation>
        </message>
        <message>
            <source>sold below zero</source>
            <translation>负库存时卖出</translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation>另有 {0} 行</translation>
        </message>
    </context>
    <context>
        <name>Return</name>
        <message>
            <source>Another reason</source>
            <translation>其他原因</translation>
        </message>
        <message>
            <source>Back on the shelf</source>
            <translation>退回货架</translation>
        </message>
        <message>
            <source>Changed their mind</source>
            <translation>不想要了</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Does not work</source>
            <translation>有故障</translation>
        </message>
        <message>
            <source>Past its date</source>
            <translation>过期</translation>
        </message>
        <message>
            <source>Thrown away</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>To repair</source>
            <translation>送修</translation>
        </message>
        <message>
            <source>Wrong item</source>
            <translation>拿错商品</translation>
        </message>
        <message>
            <source>Wrong size or colour</source>
            <translation>尺码颜色不合适</translation>
        </message>
    </context>
    <context>
        <name>Right</name>
        <message>
            <source>change prices</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>change the shop's settings</source>
            <translation>更改店铺设置</translation>
        </message>
        <message>
            <source>close a shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>close and reopen periods</source>
            <translation>结账和反结账</translation>
        </message>
        <message>
            <source>give this discount</source>
            <translation>打这个折扣</translation>
        </message>
        <message>
            <source>let expired goods go</source>
            <translation>过期商品放行</translation>
        </message>
        <message>
            <source>manage people and their rights</source>
            <translation>管理人员和权限</translation>
        </message>
        <message>
            <source>move cash in and out</source>
            <translation>存取钱箱现金</translation>
        </message>
        <message>
            <source>see costs and margins</source>
            <translation>查看成本和毛利</translation>
        </message>
        <message>
            <source>sell over the credit limit</source>
            <translation>超信用额度销售</translation>
        </message>
        <message>
            <source>sell what is not on hand</source>
            <translation>负库存销售</translation>
        </message>
        <message>
            <source>take back after the time</source>
            <translation>超期退货</translation>
        </message>
        <message>
            <source>take back without a receipt</source>
            <translation>无小票退货</translation>
        </message>
        <message>
            <source>undo imports, merge products, change costing</source>
            <translation>撤销导入、合并商品、更改成本计价</translation>
        </message>
    </context>
    <context>
        <name>Rights</name>
        <message>
            <source>Ask a colleague…</source>
            <translation>请同事授权…</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>This can be changed by: {0}</source>
            <translation>可更改的人：{0}</translation>
        </message>
    </context>
    <context>
        <name>Scan</name>
        <message>
            <source>Leave it</source>
            <translation>先不管</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Link to a product</source>
            <translation>关联到已有商品</translation>
        </message>
        <message>
            <source>Link {0} to a product</source>
            <translation>把 {0} 关联到商品</translation>
        </message>
        <message>
            <source>Name, code or initials</source>
            <translation>名称、货号或拼音首字母</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新建商品</translation>
        </message>
        <message>
            <source>No product has the code {0}.</source>
            <translation>没有商品用这个条码：{0}</translation>
        </message>
        <message>
            <source>Nothing is called “{0}”.</source>
            <translation>没有找到“{0}”。</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
    </context>
    <context>
        <name>Server</name>
        <message>
            <source>A number, usually 5432</source>
            <translation>数字，通常是 5432</translation>
        </message>
        <message>
            <source>A shop on a server</source>
            <translation>服务器上的店铺</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>服务器地址</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>请填写此项</translation>
        </message>
        <message>
            <source>Make one there</source>
            <translation>在那里新建店铺</translation>
        </message>
        <message>
            <source>Name or address, such as 192.168.1.10</source>
            <translation>名称或地址，例如 192.168.1.10</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Remember the password on this computer</source>
            <translation>在这台电脑上记住密码</translation>
        </message>
        <message>
            <source>Restore onto a server</source>
            <translation>恢复到服务器</translation>
        </message>
        <message>
            <source>Several tills work in one shop when it lives on a PostgreSQL server in your network.</source>
            <translation>店铺放在局域网的 PostgreSQL 服务器上时，多台收银机可以同时在一个店铺里工作。</translation>
        </message>
        <message>
            <source>The backup fills an empty PostgreSQL database; it is proved there, and opened.</source>
            <translation>备份会写入一个空的 PostgreSQL 数据库，在那里核对后打开。</translation>
        </message>
        <message>
            <source>The server answers; there is no shop in {0} yet.</source>
            <translation>服务器已连接；{0} 里还没有店铺。</translation>
        </message>
        <message>
            <source>There is a shop in {0} already. Choose an empty database.</source>
            <translation>{0} 中已经有店铺。请选择一个空数据库。</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>remembered</source>
            <translation>已记住</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>13 digits, amount (begins with 22)</source>
            <translation>13 位金额码（22 开头）</translation>
        </message>
        <message>
            <source>13 digits, weight (begins with 21)</source>
            <translation>13 位重量码（21 开头）</translation>
        </message>
        <message>
            <source>18 digits, amount and weight (begins with 26)</source>
            <translation>18 位金额加重量码（26 开头）</translation>
        </message>
        <message>
            <source>4 to 8 digits; empty leaves it</source>
            <translation>4 到 8 位数字；留空不改</translation>
        </message>
        <message>
            <source>A copy of the whole shop with its date. It counts only once it has been opened and its books have proved themselves.</source>
            <translation>整个店铺的带日期副本；打开并核对账本无误后才算数。</translation>
        </message>
        <message>
            <source>A number is given when a document is posted, without gaps. Drafts have none; a document that was reversed keeps its own. Click a row to change how the next numbers look.</source>
            <translation>单号在过账时连续生成，不跳号。草稿没有单号；红冲的单据保留原号。点一行可更改以后单号的样式。</translation>
        </message>
        <message>
            <source>A password for backups</source>
            <translation>备份密码</translation>
        </message>
        <message>
            <source>A supplier may have a tolerance of its own, on its page.</source>
            <translation>供应商可以在其资料页单独设置超收比例。</translation>
        </message>
        <message>
            <source>Accountant</source>
            <translation>会计</translation>
        </message>
        <message>
            <source>Add a level</source>
            <translation>添加级别</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Add a rate</source>
            <translation>添加税率</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>添加原因</translation>
        </message>
        <message>
            <source>Add a usual layout</source>
            <translation>添加常见格式</translation>
        </message>
        <message>
            <source>Add a warehouse</source>
            <translation>添加仓库</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Adjust by the same weeks of last year</source>
            <translation>按去年同期调高或调低预计用量</translation>
        </message>
        <message>
            <source>All tills of the shop</source>
            <translation>本店所有收银台</translation>
        </message>
        <message>
            <source>An order usually arrives after</source>
            <translation>订货通常几天到货</translation>
        </message>
        <message>
            <source>Another password…</source>
            <translation>更换密码…</translation>
        </message>
        <message>
            <source>Another way to pay</source>
            <translation>自定义收款方式</translation>
        </message>
        <message>
            <source>At least {0} characters</source>
            <translation>至少 {0} 个字符</translation>
        </message>
        <message>
            <source>Automatic backup</source>
            <translation>自动备份</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Backed up and proved: {0}</source>
            <translation>已备份并验证：{0}</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backups are encrypted from now on.</source>
            <translation>从现在起备份会加密。</translation>
        </message>
        <message>
            <source>Backups from now on are opened with this password only. It is kept nowhere: write it down and keep it apart from them. Without it nobody can open one, nor can we.</source>
            <translation>从现在起，备份只能用这个密码打开。程序不保存密码：请写下来，并与备份分开存放。没有密码谁也打不开，我们也不行。</translation>
        </message>
        <message>
            <source>Backups go to {0}.</source>
            <translation>备份存放在 {0}。</translation>
        </message>
        <message>
            <source>Begins with</source>
            <translation>前缀</translation>
        </message>
        <message>
            <source>Books</source>
            <translation>账本</translation>
        </message>
        <message>
            <source>Buying</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Cash is rounded down to</source>
            <translation>现金抹零到</translation>
        </message>
        <message>
            <source>Change my PIN…</source>
            <translation>更改我的密码…</translation>
        </message>
        <message>
            <source>Check the books</source>
            <translation>核对账本</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>店员</translation>
        </message>
        <message>
            <source>Click a backup to restore it as a shop of its own; today's shop stays as it is.</source>
            <translation>点一下就把备份恢复成旁边的另一个店铺；今天的店铺不变。</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Counting the stock, blind or with book quantities</source>
            <translation>盘点库存，明盘或盲盘</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers who carry a level pay its prices: those named for it on the product, else its percent of the retail price. What is agreed with one customer comes first. Documents keep the prices they were written with.</source>
            <translation>带级别的客户按该级别的价格：商品上为该级别定的价优先，否则按零售价的百分比。与某个客户约定的专价最优先。单据保留开单时的价格。</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Digits at least</source>
            <translation>最少位数</translation>
        </message>
        <message>
            <source>Do the books balance?</source>
            <translation>账本经得起核对吗？</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Document numbers</source>
            <translation>单据编号</translation>
        </message>
        <message>
            <source>Empty: only the prices named for it count</source>
            <translation>留空：只按商品上定的价</translation>
        </message>
        <message>
            <source>Encrypt</source>
            <translation>加密</translation>
        </message>
        <message>
            <source>Encrypt backups with a password</source>
            <translation>用密码加密备份</translation>
        </message>
        <message>
            <source>Every day, when the shop is open</source>
            <translation>每天，开着店铺时</translation>
        </message>
        <message>
            <source>Every document of {0} is reversed; products and partners that only this import made are not offered any more.</source>
            <translation>{0} 的单据将全部冲销；只由这次导入产生的商品和往来单位将停用。</translation>
        </message>
        <message>
            <source>Every document, move and journal line is read again from the first one: balances, values and the chain of documents must come out as they are stored.</source>
            <translation>从第一张单据起重新计算每张单据、每笔流水和凭证：结存、金额和单据链都必须与所存一致。</translation>
        </message>
        <message>
            <source>Every report, and the accountant's pack</source>
            <translation>各种报表和会计资料包</translation>
        </message>
        <message>
            <source>Every scan</source>
            <translation>每次扫码</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>每周</translation>
        </message>
        <message>
            <source>Existing backups</source>
            <translation>现有备份</translation>
        </message>
        <message>
            <source>Export the catalogue…</source>
            <translation>导出整套资料…</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Font size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>For products whose minimum follows their use.</source>
            <translation>用于最低库存随用量变化的商品。</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Give it a name</source>
            <translation>请填写名称</translation>
        </message>
        <message>
            <source>Give the shop a name</source>
            <translation>请给店铺起个名字</translation>
        </message>
        <message>
            <source>Goods are taken back for</source>
            <translation>退货期限</translation>
        </message>
        <message>
            <source>Goods usually go</source>
            <translation>商品通常去向</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>How your scales write weight or amount into a code. The digits it begins with stand as they are, in brackets where they belong to the item. Then one letter a digit: {0} item, {1} weight, {2} amount, {3} pieces, {4} any, {5} check digit that must be right. A point shows where the decimals begin.</source>
            <translation>电子秤怎样把重量或金额写进条码。开头的固定数字照写，如果属于商品码就加括号；后面每个字母代表一位：{0} 商品码，{1} 重量，{2} 金额，{3} 件数，{4} 任意，{5} 必须正确的校验位。小数点写在小数开始的地方。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import a file…</source>
            <translation>导入文件…</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Into a new file</source>
            <translation>恢复为新文件</translation>
        </message>
        <message>
            <source>It counts for new documents. The count goes on: no number is left out or given twice.</source>
            <translation>只对以后的单据有效。序号接着往下编：不跳号，也不重号。</translation>
        </message>
        <message>
            <source>Its products carry from now on</source>
            <translation>其商品今后改用</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Language of documents</source>
            <translation>单据语言</translation>
        </message>
        <message>
            <source>Language of the program</source>
            <translation>程序语言</translation>
        </message>
        <message>
            <source>Last number</source>
            <translation>上一个单号</translation>
        </message>
        <message>
            <source>Layout {0}</source>
            <translation>格式 {0}</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Locks itself</source>
            <translation>自动锁屏</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Look and language</source>
            <translation>外观与语言</translation>
        </message>
        <message>
            <source>Looking what this changes…</source>
            <translation>正在看会改动什么…</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>店长</translation>
        </message>
        <message>
            <source>May take off at most</source>
            <translation>最多优惠</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>价税</translation>
        </message>
        <message>
            <source>Movement (fades and slides)</source>
            <translation>动画效果</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of this till</source>
            <translation>本机收银台名称</translation>
        </message>
        <message>
            <source>Named prices</source>
            <translation>定价数</translation>
        </message>
        <message>
            <source>New PIN, 4 to 8 digits</source>
            <translation>新密码（4 至 8 位数字）</translation>
        </message>
        <message>
            <source>Next number</source>
            <translation>下一个单号</translation>
        </message>
        <message>
            <source>Next number: {0}</source>
            <translation>下一个：{0}</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>两次不一致</translation>
        </message>
        <message>
            <source>Nothing was imported yet.</source>
            <translation>还没有导入过。</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Numbers: {0}</source>
            <translation>编号：{0}</translation>
        </message>
        <message>
            <source>Of the retail price</source>
            <translation>零售价的百分比</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translation>重新启用</translation>
        </message>
        <message>
            <source>Offered at the till and for every return. A retired reason is chosen no more; what came back for it keeps its name.</source>
            <translation>收银台和所有退货单都从这里选择。停用的原因不再可选，以前的退货仍显示原来的名称。</translation>
        </message>
        <message>
            <source>On documents</source>
            <translation>单据抬头</translation>
        </message>
        <message>
            <source>Only when I ask for it</source>
            <translation>只在我要的时候</translation>
        </message>
        <message>
            <source>Onto a server…</source>
            <translation>恢复到服务器…</translation>
        </message>
        <message>
            <source>Orders to suppliers, receipts and bills</source>
            <translation>采购订单、入库和账单</translation>
        </message>
        <message>
            <source>Over-delivery allowed</source>
            <translation>允许超收</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>店主</translation>
        </message>
        <message>
            <source>Owners and managers may do everything. Whoever may not do something asks one of them, and they say yes with their PIN.</source>
            <translation>店主和店长可做一切；没有权限的人请他们授权，输入收银密码即可。</translation>
        </message>
        <message>
            <source>PIN at the till</source>
            <translation>收银密码</translation>
        </message>
        <message>
            <source>PIN of {0}</source>
            <translation>{0}的收银密码</translation>
        </message>
        <message>
            <source>PIN until now</source>
            <translation>原密码</translation>
        </message>
        <message>
            <source>Paid with</source>
            <translation>收款方式</translation>
        </message>
        <message>
            <source>Parts of the program</source>
            <translation>功能模块</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Password of the backup</source>
            <translation>备份的密码</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Place in the list</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Price level {0}</source>
            <translation>价格级别 {0}</translation>
        </message>
        <message>
            <source>Price levels</source>
            <translation>价格级别</translation>
        </message>
        <message>
            <source>Price levels made</source>
            <translation>价格级别已建立</translation>
        </message>
        <message>
            <source>Price on the bill may differ by</source>
            <translation>账单价格允许差异</translation>
        </message>
        <message>
            <source>Printers</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品数</translation>
        </message>
        <message>
            <source>Products choose among these. A rate itself is never changed: add the new one, retire the old one, and its products go over. Documents keep what they were written with.</source>
            <translation>商品从这些税率中选择。税率本身不改：添加新税率，停用旧税率，商品随之改用。单据保留开单时的税率。</translation>
        </message>
        <message>
            <source>Quotations, orders, deliveries and invoices</source>
            <translation>报价、订单、出库和发票</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reasons for rejecting goods, separated by ;</source>
            <translation>拒收原因，用分号隔开</translation>
        </message>
        <message>
            <source>Receivables, payables, cash and bank, the journal</source>
            <translation>应收应付、现金银行、凭证</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>去掉</translation>
        </message>
        <message>
            <source>Repeat the PIN</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>Repeat the password</source>
            <translation>再输入一次</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restore from a file…</source>
            <translation>从文件恢复…</translation>
        </message>
        <message>
            <source>Restore this backup?</source>
            <translation>用这个备份恢复店铺？</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Retired: no longer offered</source>
            <translation>停用：不再提供选择</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Rows in lists</source>
            <translation>列表行高</translation>
        </message>
        <message>
            <source>Sale prices</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Sale prices contain the tax</source>
            <translation>售价含税</translation>
        </message>
        <message>
            <source>Same as system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Scan anything while this page is open: it says what it reads.</source>
            <translation>打开本页时随便扫一个码，这里会显示读到了什么。</translation>
        </message>
        <message>
            <source>Scan or type a code</source>
            <translation>扫码或输入条码</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>Sell only while a shift is open</source>
            <translation>开班后才能收银</translation>
        </message>
        <message>
            <source>Selling over the counter, with shifts and receipts</source>
            <translation>柜台零售、交接班和小票</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Shown on labels that have it. A picture file, best on white.</source>
            <translation>印在带标志的标签上；用图片文件，最好是白底。</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>静音</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>声音</translation>
        </message>
        <message>
            <source>Starts again</source>
            <translation>重新编号</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回导入</translation>
        </message>
        <message>
            <source>Take the usual ones: Member 94%, Wholesale A, Wholesale B</source>
            <translation>使用常用级别：会员价（9.4 折）和两个批发级别</translation>
        </message>
        <message>
            <source>Take {0} back?</source>
            <translation>撤回 {0}？</translation>
        </message>
        <message>
            <source>Taking it back…</source>
            <translation>正在撤回…</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>税号</translation>
        </message>
        <message>
            <source>Tax rate {0}%</source>
            <translation>税率 {0}%</translation>
        </message>
        <message>
            <source>Tax rates</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Taxes</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Text and language</source>
            <translation>字号和语言</translation>
        </message>
        <message>
            <source>The books are kept in {0}; that cannot be changed.</source>
            <translation>记账币种是 {0}，不能更改。</translation>
        </message>
        <message>
            <source>The books balance to the last cent.</source>
            <translation>账实相符，分毫不差。</translation>
        </message>
        <message>
            <source>The catalogue is one workbook: partners, warehouses, bins, products with units, parts and variants, suppliers' prices, and the stock by lot with its value. An empty shop takes it in as it is.</source>
            <translation>整套资料是一个 Excel 文件：往来单位、仓库、库位、商品（含单位、套装组成、规格）、供应商价格，以及按批次的库存数量和金额。新店可以原样导入。</translation>
        </message>
        <message>
            <source>The first one is where the shop trades unless you say else.</source>
            <translation>未指定时，默认在第一个仓库交易。</translation>
        </message>
        <message>
            <source>The last one: {0}.</source>
            <translation>最近一次：{0}。</translation>
        </message>
        <message>
            <source>The lines of {0} go, and what they were matched with is open again. The books do not change.</source>
            <translation>{0} 的流水将移除，与之匹配的恢复为未对账。账面不变。</translation>
        </message>
        <message>
            <source>The password is needed</source>
            <translation>需要密码</translation>
        </message>
        <message>
            <source>The reasons are kept.</source>
            <translation>退货原因已保存。</translation>
        </message>
        <message>
            <source>The shop's mark</source>
            <translation>店铺标志</translation>
        </message>
        <message>
            <source>The tax comes on top of sale prices</source>
            <translation>售价不含税</translation>
        </message>
        <message>
            <source>The till is set up.</source>
            <translation>收银设置已保存。</translation>
        </message>
        <message>
            <source>The usual rate of new products</source>
            <translation>新商品的常用税率</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>这里还没有备份。</translation>
        </message>
        <message>
            <source>This is no picture that can be read.</source>
            <translation>这个文件不是能读取的图片。</translation>
        </message>
        <message>
            <source>This till</source>
            <translation>本机收银台</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>试一试</translation>
        </message>
        <message>
            <source>Usage is taken from the last</source>
            <translation>用量取最近</translation>
        </message>
        <message>
            <source>Usual tax rate</source>
            <translation>常用税率</translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Weight and price codes</source>
            <translation>称重码和金额码</translation>
        </message>
        <message>
            <source>What is switched off leaves the rail, the menus and the search. Nothing is lost.</source>
            <translation>关掉的模块不再出现在侧栏、菜单和搜索里，数据都还在。</translation>
        </message>
        <message>
            <source>What to order</source>
            <translation>补货建议</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>When a scan is not taken</source>
            <translation>扫码没成功时</translation>
        </message>
        <message>
            <source>When goods and bills come</source>
            <translation>到货与账单</translation>
        </message>
        <message>
            <source>Where it goes</source>
            <translation>恢复到哪里</translation>
        </message>
        <message>
            <source>Why goods come back</source>
            <translation>退货原因</translation>
        </message>
        <message>
            <source>Write the rate in percent</source>
            <translation>请填写税率（%）</translation>
        </message>
        <message>
            <source>Your PIN</source>
            <translation>我的收银密码</translation>
        </message>
        <message>
            <source>after {0} minutes</source>
            <translation>{0} 分钟后</translation>
        </message>
        <message>
            <source>any time</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>each month</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>each year</source>
            <translation>每年</translation>
        </message>
        <message>
            <source>expires {0}</source>
            <translation>有效期至 {0}</translation>
        </message>
        <message>
            <source>is no product we know</source>
            <translation>不是已有的商品</translation>
        </message>
        <message>
            <source>lot {0}</source>
            <translation>批次 {0}</translation>
        </message>
        <message>
            <source>never</source>
            <translation>不自动</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>nothing: it is exact</source>
            <translation>不抹零</translation>
        </message>
        <message>
            <source>restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>serial {0}</source>
            <translation>序列号 {0}</translation>
        </message>
        <message>
            <source>take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>usual</source>
            <translation>常用</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} 天</translation>
        </message>
        <message>
            <source>{0} differences. Restore the latest backup, or ask.</source>
            <translation>有 {0} 处不符。请恢复最近的备份，或寻求帮助。</translation>
        </message>
        <message>
            <source>{0} is copied into an empty database on a server, proved there, and opened. Today's shop is not touched.</source>
            <translation>{0} 会复制到服务器上的空数据库，在那里核对后打开。现在的店铺不受影响。</translation>
        </message>
        <message>
            <source>{0} is copied to a new file beside it, proved, and opened. Today's shop is not touched.</source>
            <translation>把 {0} 复制为旁边的新文件，核对无误后打开。今天的店铺不动。</translation>
        </message>
        <message>
            <source>{0} is encrypted. It is opened with its password, proved, and opened as a shop of its own. Today's shop is not touched.</source>
            <translation>{0} 已加密。用密码解开并核对后，作为另一个店铺打开。今天的店铺不变。</translation>
        </message>
        <message>
            <source>{0} products go over; documents keep their rate.</source>
            <translation>{0} 种商品改用新税率；单据税率不变。</translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Accepted</source>
            <translation>已认可</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Another price</source>
            <translation>价格不符</translation>
        </message>
        <message>
            <source>Another tax</source>
            <translation>税率不符</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到达</translation>
        </message>
        <message>
            <source>Below zero</source>
            <translation>负库存</translation>
        </message>
        <message>
            <source>Billed</source>
            <translation>已收票</translation>
        </message>
        <message>
            <source>Billed more than came</source>
            <translation>多开数量</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Closed short</source>
            <translation>短缺关闭</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已审核</translation>
        </message>
        <message>
            <source>Count again</source>
            <translation>要重盘</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>已盘点</translation>
        </message>
        <message>
            <source>Counting</source>
            <translation>盘点中</translation>
        </message>
        <message>
            <source>Differs</source>
            <translation>有差异</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Enough</source>
            <translation>充足</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Expires soon</source>
            <translation>临近到期</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>已用完</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>待复核</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Invoiced</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>已迟到</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>库存不足</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>三单相符</translation>
        </message>
        <message>
            <source>Not on order</source>
            <translation>未订货</translation>
        </message>
        <message>
            <source>Offered</source>
            <translation>已报价</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>挂起</translation>
        </message>
        <message>
            <source>On order</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>On sale</source>
            <translation>在售</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已结清</translation>
        </message>
        <message>
            <source>Partly arrived</source>
            <translation>部分到达</translation>
        </message>
        <message>
            <source>Partly paid</source>
            <translation>部分结清</translation>
        </message>
        <message>
            <source>Partly returned</source>
            <translation>部分退货</translation>
        </message>
        <message>
            <source>Partly shipped</source>
            <translation>部分出库</translation>
        </message>
        <message>
            <source>Posted</source>
            <translation>已过账</translation>
        </message>
        <message>
            <source>Ready to ship</source>
            <translation>可发货</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已入库</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>收货中</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退货</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>已冲销</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>已出库</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>不足</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>已售完</translation>
        </message>
        <message>
            <source>To be billed</source>
            <translation>待开票</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>未结清</translation>
        </message>
        <message>
            <source>Two results</source>
            <translation>两个结果</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>已作废</translation>
        </message>
    </context>
    <context>
        <name>Statement</name>
        <message>
            <source>1–30 days overdue</source>
            <translation>逾期 1–30 天</translation>
        </message>
        <message>
            <source>31–60 days</source>
            <translation>31–60 天</translation>
        </message>
        <message>
            <source>61–90 days</source>
            <translation>61–90 天</translation>
        </message>
        <message>
            <source>Choose a customer or supplier above</source>
            <translation>请在上方选择客户或供应商</translation>
        </message>
        <message>
            <source>Credits and advances</source>
            <translation>未核销款与预收预付</translation>
        </message>
        <message>
            <source>Customer or supplier</source>
            <translation>客户或供应商</translation>
        </message>
        <message>
            <source>Not due</source>
            <translation>未到期</translation>
        </message>
        <message>
            <source>Over 90 days</source>
            <translation>90 天以上</translation>
        </message>
        <message>
            <source>Print statement</source>
            <translation>打印对账单</translation>
        </message>
        <message>
            <source>They owe us</source>
            <translation>对方欠款</translation>
        </message>
        <message>
            <source>We owe</source>
            <translation>我方欠款</translation>
        </message>
        <message>
            <source>Whose statement?</source>
            <translation>谁的对账单？</translation>
        </message>
    </context>
    <context>
        <name>Stock</name>
        <message>
            <source>+{0}, {1} of {2}</source>
            <translation>+{0}，{1} / {2}</translation>
        </message>
        <message>
            <source>+{0}, {1} so far</source>
            <translation>+{0}，共 {1}</translation>
        </message>
        <message>
            <source>All of it arrived</source>
            <translation>全部到达</translation>
        </message>
        <message>
            <source>All warehouses</source>
            <translation>全部仓库</translation>
        </message>
        <message>
            <source>Allocate</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Allocate by hand</source>
            <translation>手工分配</translation>
        </message>
        <message>
            <source>Approximate value</source>
            <translation>约值</translation>
        </message>
        <message>
            <source>Arrives</source>
            <translation>到货方式</translation>
        </message>
        <message>
            <source>Arrives now</source>
            <translation>本次到达</translation>
        </message>
        <message>
            <source>Assembling</source>
            <translation>组装</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Back room</source>
            <translation>后仓</translation>
        </message>
        <message>
            <source>Back to stock</source>
            <translation>返回库存</translation>
        </message>
        <message>
            <source>Begins with</source>
            <translation>编码前缀</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Bins</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Came back of</source>
            <translation>退自</translation>
        </message>
        <message>
            <source>Came out</source>
            <translation>产出</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Cold room</source>
            <translation>冷藏区</translation>
        </message>
        <message>
            <source>Count difference</source>
            <translation>盘点差异</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Delivery priority (lowest first)</source>
            <translation>出货优先级（小的在前）</translation>
        </message>
        <message>
            <source>Difference given back</source>
            <translation>退差价</translation>
        </message>
        <message>
            <source>Difference paid</source>
            <translation>补差价</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Enter opening stock</source>
            <translation>录入期初库存</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Filter by bin, zone, warehouse</source>
            <translation>按库位、库区、仓库筛选</translation>
        </message>
        <message>
            <source>Filter by code, name</source>
            <translation>按编码、名称筛选</translation>
        </message>
        <message>
            <source>Filter by document, kind, warehouse</source>
            <translation>按单号、类型、仓库筛选</translation>
        </message>
        <message>
            <source>Filter by name, code, category</source>
            <translation>按名称、货号、分类筛选</translation>
        </message>
        <message>
            <source>Filter by number, reason, warehouse</source>
            <translation>按单号、原因、仓库筛选</translation>
        </message>
        <message>
            <source>Filter by number, warehouse, note</source>
            <translation>按单号、仓库、备注筛选</translation>
        </message>
        <message>
            <source>Filter by order, customer, product</source>
            <translation>按订单、客户、商品筛选</translation>
        </message>
        <message>
            <source>For this order</source>
            <translation>给本单</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>From</source>
            <translation>调出仓库</translation>
        </message>
        <message>
            <source>Goods and money go back as they came. The document stays, marked as reversed.</source>
            <translation>货和钱原路退回。单据保留，标为已冲销。</translation>
        </message>
        <message>
            <source>Goods moved between warehouses, or written off, stand here</source>
            <translation>仓库之间的调拨和报损都在这里</translation>
        </message>
        <message>
            <source>Goods out</source>
            <translation>换出</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>In repair: {0} {1}</source>
            <translation>维修中：{0} {1}</translation>
        </message>
        <message>
            <source>In transit</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Kept by</source>
            <translation>保管方</translation>
        </message>
        <message>
            <source>Kept by others</source>
            <translation>第三方仓</translation>
        </message>
        <message>
            <source>Left on the way</source>
            <translation>仍在途</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Lines of confirmed orders that still have to leave stand here</source>
            <translation>已审核、还没有发完货的订单行在这里</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失金额</translation>
        </message>
        <message>
            <source>Lots are found when the goods go, from now on</source>
            <translation>今后出库时才定批次</translation>
        </message>
        <message>
            <source>Lots are promised from the next allocation on</source>
            <translation>从下次分配起指定批次</translation>
        </message>
        <message>
            <source>Make a row</source>
            <translation>批量新增</translation>
        </message>
        <message>
            <source>Make a row of bins</source>
            <translation>批量新增库位</translation>
        </message>
        <message>
            <source>Make them</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>短少</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of the storage company</source>
            <translation>保管方名称</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>未税金额</translation>
        </message>
        <message>
            <source>Net difference</source>
            <translation>净差异</translation>
        </message>
        <message>
            <source>New bin</source>
            <translation>新增库位</translation>
        </message>
        <message>
            <source>New transfer</source>
            <translation>新建调拨单</translation>
        </message>
        <message>
            <source>New warehouse</source>
            <translation>新增仓库</translation>
        </message>
        <message>
            <source>New write-off</source>
            <translation>新建报损单</translation>
        </message>
        <message>
            <source>No bins yet</source>
            <translation>还没有库位</translation>
        </message>
        <message>
            <source>No order waits</source>
            <translation>没有待发的订单</translation>
        </message>
        <message>
            <source>No stock documents yet</source>
            <translation>还没有库存单据</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing in stock yet</source>
            <translation>还没有库存</translation>
        </message>
        <message>
            <source>Nothing is called “{0}”.</source>
            <translation>找不到“{0}”。</translation>
        </message>
        <message>
            <source>Nothing of it is on hand anywhere.</source>
            <translation>各仓库都没有现货。</translation>
        </message>
        <message>
            <source>Nothing travels</source>
            <translation>没有在途的货</translation>
        </message>
        <message>
            <source>Number the shelves, and pick lists walk past them in order</source>
            <translation>给货架编号，拣货单就按行走顺序排列</translation>
        </message>
        <message>
            <source>On consignment</source>
            <translation>寄售仓</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>在手</translation>
        </message>
        <message>
            <source>On order</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Open the product</source>
            <translation>打开商品</translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation>期初库存</translation>
        </message>
        <message>
            <source>Order from the supplier</source>
            <translation>向供应商订货</translation>
        </message>
        <message>
            <source>Order more</source>
            <translation>订货</translation>
        </message>
        <message>
            <source>Our own</source>
            <translation>自有仓</translation>
        </message>
        <message>
            <source>Ownership</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>Pick</source>
            <translation>拣货</translation>
        </message>
        <message>
            <source>Pick order (lowest first)</source>
            <translation>拣货顺序（小的在前）</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print bin labels</source>
            <translation>打印库位标签</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Promise lots too, the first to expire first</source>
            <translation>分配时指定批次，先到期先出</translation>
        </message>
        <message>
            <source>Promise warehouses only, no lots</source>
            <translation>只分配到仓库，不指定批次</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>收货</translation>
        </message>
        <message>
            <source>Receive goods, or enter what was on the shelves at the start</source>
            <translation>先收货，或录入开业时货架上的库存</translation>
        </message>
        <message>
            <source>Receive {0}</source>
            <translation>接收 {0}</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Repaired: back to stock</source>
            <translation>修好返库</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>Reverse</source>
            <translation>红冲</translation>
        </message>
        <message>
            <source>Reverse and copy</source>
            <translation>红冲并复制</translation>
        </message>
        <message>
            <source>Reverse {0}?</source>
            <translation>红冲 {0}？</translation>
        </message>
        <message>
            <source>Sales orders</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Scan what arrives</source>
            <translation>扫描到达的商品</translation>
        </message>
        <message>
            <source>Scan: each scan is one more</source>
            <translation>扫码：扫一下加一件</translation>
        </message>
        <message>
            <source>Scrap</source>
            <translation>报废</translation>
        </message>
        <message>
            <source>Send goods</source>
            <translation>发出调拨</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>发出时间</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Stock value</source>
            <translation>库存金额</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Take into stock</source>
            <translation>入账</translation>
        </message>
        <message>
            <source>Take what expires first</source>
            <translation>按先到期先出分配</translation>
        </message>
        <message>
            <source>Take {0}</source>
            <translation>按 {0} 件</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>To</source>
            <translation>调入仓库</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>调拨</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation>成本单价</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Virtual</source>
            <translation>虚拟仓</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Went in</source>
            <translation>投入</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>短少的处理</translation>
        </message>
        <message>
            <source>What is sent to another warehouse and not received yet is here</source>
            <translation>已发往其他仓库、还没有接收的货在这里</translation>
        </message>
        <message>
            <source>Who matters most</source>
            <translation>重要客户优先</translation>
        </message>
        <message>
            <source>Who ordered first</source>
            <translation>先下单的优先</translation>
        </message>
        <message>
            <source>Who was promised first</source>
            <translation>先承诺交期的优先</translation>
        </message>
        <message>
            <source>Why something is missing</source>
            <translation>短少原因</translation>
        </message>
        <message>
            <source>Write it off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Written off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>库区</translation>
        </message>
        <message>
            <source>any lot</source>
            <translation>不限批次</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>立即到达</translation>
        </message>
        <message>
            <source>being written</source>
            <translation>正在填写</translation>
        </message>
        <message>
            <source>is no product in stock</source>
            <translation>不是库存商品</translation>
        </message>
        <message>
            <source>is not on its way here</source>
            <translation>不在这张调拨单的在途商品里</translation>
        </message>
        <message>
            <source>later, when received</source>
            <translation>在途，由对方接收</translation>
        </message>
        <message>
            <source>posted {0} {1}</source>
            <translation>{0} 过账 {1}</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>{0} bins: {1} to {2}</source>
            <translation>{0} 个库位：{1} 到 {2}</translation>
        </message>
        <message>
            <source>{0} of {1} lines got goods</source>
            <translation>{1} 行中有 {0} 行分到货</translation>
        </message>
        <message>
            <source>{0} of {1} {2} for this order</source>
            <translation>本单 {0} / {1} {2}</translation>
        </message>
        <message>
            <source>{0} posted</source>
            <translation>{0} 已过账</translation>
        </message>
        <message>
            <source>{0} reversed by {1}</source>
            <translation>{0} 已由 {1} 红冲</translation>
        </message>
        <message>
            <source>{0} · came back</source>
            <translation>{0} · 退回</translation>
        </message>
        <message>
            <source>{0}: back in stock</source>
            <translation>{0}：已返库</translation>
        </message>
        <message>
            <source>{0}: beyond repair</source>
            <translation>{0}：无法修复</translation>
        </message>
        <message>
            <source>{0}: repaired</source>
            <translation>{0}：已修好</translation>
        </message>
        <message>
            <source>{0}: scrapped</source>
            <translation>{0}：已报废</translation>
        </message>
        <message>
            <source>{0}: {1} for {2}</source>
            <translation>{0}：{1}，{2}</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>181–365 days</source>
            <translation>181–365 天</translation>
        </message>
        <message>
            <source>1–30 days</source>
            <translation>逾期 1–30 天</translation>
        </message>
        <message>
            <source>31–60 days</source>
            <translation>逾期 31–60 天</translation>
        </message>
        <message>
            <source>31–90 days</source>
            <translation>31–90 天</translation>
        </message>
        <message>
            <source>61–90 days</source>
            <translation>逾期 61–90 天</translation>
        </message>
        <message>
            <source>91–180 days</source>
            <translation>91–180 天</translation>
        </message>
        <message>
            <source>ABC by takings</source>
            <translation>按销售额分级</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>科目</translation>
        </message>
        <message>
            <source>Account name</source>
            <translation>科目名称</translation>
        </message>
        <message>
            <source>Accuracy %</source>
            <translation>准确率 %</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>实盘</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Advances</source>
            <translation>预收预付</translation>
        </message>
        <message>
            <source>After</source>
            <translation>修改后</translation>
        </message>
        <message>
            <source>Age of stock</source>
            <translation>库龄分析</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Agreed prices</source>
            <translation>专价</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All expenses</source>
            <translation>费用合计</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>全部未结</translation>
        </message>
        <message>
            <source>Allocated</source>
            <translation>已分配</translation>
        </message>
        <message>
            <source>Already sold</source>
            <translation>已出库部分</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到货</translation>
        </message>
        <message>
            <source>Arrives now</source>
            <translation>本次到达</translation>
        </message>
        <message>
            <source>Assemblies</source>
            <translation>组装拆卸</translation>
        </message>
        <message>
            <source>At</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>起订量</translation>
        </message>
        <message>
            <source>At the bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用数量</translation>
        </message>
        <message>
            <source>Available to promise</source>
            <translation>可承诺量</translation>
        </message>
        <message>
            <source>Available, in units</source>
            <translation>可用（整零）</translation>
        </message>
        <message>
            <source>Average stock</source>
            <translation>平均库存</translation>
        </message>
        <message>
            <source>Back orders</source>
            <translation>缺货订单</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Balance at the bank</source>
            <translation>银行余额</translation>
        </message>
        <message>
            <source>Balance brought forward</source>
            <translation>上期结转</translation>
        </message>
        <message>
            <source>Balance in the books</source>
            <translation>账面余额</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Bank account = reconciliation</source>
            <translation>银行科目 = 余额调节表</translation>
        </message>
        <message>
            <source>Bank reconciliation</source>
            <translation>银行余额调节表</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Barcodes</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修改前</translation>
        </message>
        <message>
            <source>Below minimum</source>
            <translation>低于最低库存</translation>
        </message>
        <message>
            <source>Below zero</source>
            <translation>负库存</translation>
        </message>
        <message>
            <source>Below zero since</source>
            <translation>负库存起始</translation>
        </message>
        <message>
            <source>Billed</source>
            <translation>已收票</translation>
        </message>
        <message>
            <source>Billed more than came</source>
            <translation>多开数量</translation>
        </message>
        <message>
            <source>Billed price</source>
            <translation>账单单价</translation>
        </message>
        <message>
            <source>Billed tax %</source>
            <translation>账单税率 %</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>账单</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Bins</source>
            <translation>库位</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>账面</translation>
        </message>
        <message>
            <source>Book pieces</source>
            <translation>账面件数</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>记账日期</translation>
        </message>
        <message>
            <source>Books and what is open = bank</source>
            <translation>账面 + 未达账项 = 银行</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>By lot or serial number</source>
            <translation>个别计价（批次或序列号）</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>已退</translation>
        </message>
        <message>
            <source>Came, in units</source>
            <translation>入库（整零）</translation>
        </message>
        <message>
            <source>Can be promised</source>
            <translation>可承诺</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>刷卡</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash and bank</source>
            <translation>现金银行</translation>
        </message>
        <message>
            <source>Cash book</source>
            <translation>现金日记账</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Caused by</source>
            <translation>起因单据</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对项目</translation>
        </message>
        <message>
            <source>Claimed too much</source>
            <translation>多开数量</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>Closing quantity</source>
            <translation>期末数量</translation>
        </message>
        <message>
            <source>Closing value</source>
            <translation>期末金额</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns that are not read</source>
            <translation>不读取的列</translation>
        </message>
        <message>
            <source>Comes by then</source>
            <translation>届时到货</translation>
        </message>
        <message>
            <source>Comes too late</source>
            <translation>到货太晚</translation>
        </message>
        <message>
            <source>Comes with</source>
            <translation>随单到货</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Conversion</source>
            <translation>换算</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Cost before</source>
            <translation>原成本</translation>
        </message>
        <message>
            <source>Cost each</source>
            <translation>原单位成本</translation>
        </message>
        <message>
            <source>Cost of sales</source>
            <translation>销售成本</translation>
        </message>
        <message>
            <source>Cost of sales account = cost of sales</source>
            <translation>主营业务成本科目 = 销售成本</translation>
        </message>
        <message>
            <source>Cost of the goods</source>
            <translation>货物成本</translation>
        </message>
        <message>
            <source>Count differences by reason</source>
            <translation>盘点差异原因</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>盘点时间</translation>
        </message>
        <message>
            <source>Counted by</source>
            <translation>盘点人</translation>
        </message>
        <message>
            <source>Counted in it</source>
            <translation>实点现金</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>贷方</translation>
        </message>
        <message>
            <source>Credit limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Credited</source>
            <translation>供应商抵扣</translation>
        </message>
        <message>
            <source>Credits and advances</source>
            <translation>未核销款与预收预付</translation>
        </message>
        <message>
            <source>Cumulative %</source>
            <translation>累计 %</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Daily sales</source>
            <translation>日均销量</translation>
        </message>
        <message>
            <source>Daily use</source>
            <translation>日均用量</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Days left</source>
            <translation>剩余天数</translation>
        </message>
        <message>
            <source>Days of stock</source>
            <translation>可销天数</translation>
        </message>
        <message>
            <source>Days overdue</source>
            <translation>逾期天数</translation>
        </message>
        <message>
            <source>Days without a sale</source>
            <translation>未销售天数</translation>
        </message>
        <message>
            <source>Days without stock</source>
            <translation>缺货天数</translation>
        </message>
        <message>
            <source>Dead and slow stock</source>
            <translation>呆滞库存</translation>
        </message>
        <message>
            <source>Debit</source>
            <translation>借方</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Difference %</source>
            <translation>差异 %</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>不符之处</translation>
        </message>
        <message>
            <source>Different</source>
            <translation>有差异</translation>
        </message>
        <message>
            <source>Discontinued</source>
            <translation>已停售</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Discount %</source>
            <translation>折扣 %</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>空的</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>凭证号</translation>
        </message>
        <message>
            <source>Exchanges</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>预计到货</translation>
        </message>
        <message>
            <source>Expenses</source>
            <translation>费用明细</translation>
        </message>
        <message>
            <source>Expenses by month</source>
            <translation>费用汇总（按月）</translation>
        </message>
        <message>
            <source>Expire soon</source>
            <translation>临近到期</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Expiry</source>
            <translation>效期</translation>
        </message>
        <message>
            <source>Faulty rows</source>
            <translation>有问题的行</translation>
        </message>
        <message>
            <source>Final stock</source>
            <translation>最终库存</translation>
        </message>
        <message>
            <source>First in, first out</source>
            <translation>先进先出</translation>
        </message>
        <message>
            <source>First sold</source>
            <translation>首次售出</translation>
        </message>
        <message>
            <source>For</source>
            <translation>对应单据</translation>
        </message>
        <message>
            <source>Forecast</source>
            <translation>预计库存</translation>
        </message>
        <message>
            <source>From</source>
            <translation>调出</translation>
        </message>
        <message>
            <source>From or to</source>
            <translation>来源/去向</translation>
        </message>
        <message>
            <source>From quantity</source>
            <translation>起订量</translation>
        </message>
        <message>
            <source>Goods in</source>
            <translation>入库</translation>
        </message>
        <message>
            <source>Goods out</source>
            <translation>出库</translation>
        </message>
        <message>
            <source>Gross profit</source>
            <translation>毛利</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>存放</translation>
        </message>
        <message>
            <source>How to fix it</source>
            <translation>处理办法</translation>
        </message>
        <message>
            <source>In</source>
            <translation>收进</translation>
        </message>
        <message>
            <source>In drafts</source>
            <translation>草稿中</translation>
        </message>
        <message>
            <source>In other warehouses</source>
            <translation>其他仓库</translation>
        </message>
        <message>
            <source>In stock</source>
            <translation>留在库存</translation>
        </message>
        <message>
            <source>In the books</source>
            <translation>账面</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>填写内容</translation>
        </message>
        <message>
            <source>In units</source>
            <translation>整零数量</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Internal moves</source>
            <translation>内部移动</translation>
        </message>
        <message>
            <source>Invoiced</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>凭证明细</translation>
        </message>
        <message>
            <source>Journal = trial balance</source>
            <translation>凭证 = 试算平衡表</translation>
        </message>
        <message>
            <source>Journal: debit = credit</source>
            <translation>凭证：借方 = 贷方</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Kind of cost</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Kits</source>
            <translation>套装</translation>
        </message>
        <message>
            <source>Last buying price</source>
            <translation>最近进价</translation>
        </message>
        <message>
            <source>Last cost</source>
            <translation>最近成本</translation>
        </message>
        <message>
            <source>Last document</source>
            <translation>最近单据</translation>
        </message>
        <message>
            <source>Last price</source>
            <translation>最近单价</translation>
        </message>
        <message>
            <source>Last received</source>
            <translation>最近入库</translation>
        </message>
        <message>
            <source>Last sold</source>
            <translation>最近销售</translation>
        </message>
        <message>
            <source>Lead days</source>
            <translation>到货天数</translation>
        </message>
        <message>
            <source>Lead time (days)</source>
            <translation>到货天数</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>结余</translation>
        </message>
        <message>
            <source>Left after it</source>
            <translation>之后剩余</translation>
        </message>
        <message>
            <source>Left here</source>
            <translation>调后结余</translation>
        </message>
        <message>
            <source>Left on the way</source>
            <translation>仍在途</translation>
        </message>
        <message>
            <source>Level or customer</source>
            <translation>级别或客户</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Lines of the bank</source>
            <translation>银行流水</translation>
        </message>
        <message>
            <source>Lines of the books</source>
            <translation>账面记录</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>所在仓库</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失金额</translation>
        </message>
        <message>
            <source>Lost sales</source>
            <translation>损失销售额</translation>
        </message>
        <message>
            <source>Lost sales, quantity</source>
            <translation>损失销量</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批号</translation>
        </message>
        <message>
            <source>Lot or serial number</source>
            <translation>批号或序列号</translation>
        </message>
        <message>
            <source>Lots</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Lots and serial numbers</source>
            <translation>批次和序列号</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>库存不足</translation>
        </message>
        <message>
            <source>Margin %</source>
            <translation>毛利率 %</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Matched at</source>
            <translation>对账时间</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>最低库存</translation>
        </message>
        <message>
            <source>Minimum order</source>
            <translation>起订量</translation>
        </message>
        <message>
            <source>Minimum quantity</source>
            <translation>起订量</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>短少</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>库存流水</translation>
        </message>
        <message>
            <source>Moving average</source>
            <translation>移动加权平均</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Near-expiry price</source>
            <translation>临期价</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>需求数量</translation>
        </message>
        <message>
            <source>Needed on</source>
            <translation>需求日期</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>不含税金额</translation>
        </message>
        <message>
            <source>Net difference</source>
            <translation>净差</translation>
        </message>
        <message>
            <source>Net profit</source>
            <translation>净利润</translation>
        </message>
        <message>
            <source>New cost</source>
            <translation>分摊后</translation>
        </message>
        <message>
            <source>Newest document</source>
            <translation>最近单据</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Not as agreed</source>
            <translation>不符</translation>
        </message>
        <message>
            <source>Not due</source>
            <translation>未到期</translation>
        </message>
        <message>
            <source>Not in the books</source>
            <translation>银行已记、账上未记</translation>
        </message>
        <message>
            <source>Not on order</source>
            <translation>未订货</translation>
        </message>
        <message>
            <source>Not yet at the bank</source>
            <translation>账上已记、银行未记</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>本次</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Oldest, days</source>
            <translation>最久（天）</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>现存量</translation>
        </message>
        <message>
            <source>On hand after</source>
            <translation>结存数量</translation>
        </message>
        <message>
            <source>On hand here</source>
            <translation>调出仓在手</translation>
        </message>
        <message>
            <source>On hand there</source>
            <translation>调入仓在手</translation>
        </message>
        <message>
            <source>On hand, in units</source>
            <translation>现存（整零）</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>On order</source>
            <translation>在途数量</translation>
        </message>
        <message>
            <source>On order, in units</source>
            <translation>在途数量（整零）</translation>
        </message>
        <message>
            <source>On sale</source>
            <translation>在售</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>One side</source>
            <translation>一方</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结金额</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未结单据</translation>
        </message>
        <message>
            <source>Open order lines</source>
            <translation>待发订单行</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开班</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>Opening quantity</source>
            <translation>期初数量</translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation>期初库存</translation>
        </message>
        <message>
            <source>Opening value</source>
            <translation>期初金额</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Order price</source>
            <translation>订单单价</translation>
        </message>
        <message>
            <source>Order, receipt and bill</source>
            <translation>三单匹配</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>订购数量</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日期</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Other documents</source>
            <translation>其他单据</translation>
        </message>
        <message>
            <source>Other side</source>
            <translation>另一方</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>付出</translation>
        </message>
        <message>
            <source>Out of stock %</source>
            <translation>缺货率 %</translation>
        </message>
        <message>
            <source>Out of stock and lost sales</source>
            <translation>缺货与损失销售</translation>
        </message>
        <message>
            <source>Over 90 days</source>
            <translation>逾期 90 天以上</translation>
        </message>
        <message>
            <source>Over a year</source>
            <translation>一年以上</translation>
        </message>
        <message>
            <source>Over or short</source>
            <translation>长短款</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Owe us</source>
            <translation>欠我方款</translation>
        </message>
        <message>
            <source>Owes us</source>
            <translation>应收款</translation>
        </message>
        <message>
            <source>Ownership</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>包装数</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已结金额</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Partners</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Payable</source>
            <translation>应付金额</translation>
        </message>
        <message>
            <source>Payables</source>
            <translation>应付账款</translation>
        </message>
        <message>
            <source>Payables account = open items</source>
            <translation>应付账款科目 = 未结单据</translation>
        </message>
        <message>
            <source>Payables by age</source>
            <translation>应付账龄</translation>
        </message>
        <message>
            <source>Per unit</source>
            <translation>每个用量</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Pick order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Picked</source>
            <translation>已拣</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Pieces +/−</source>
            <translation>件数差异</translation>
        </message>
        <message>
            <source>Pieces sent</source>
            <translation>发出数量</translation>
        </message>
        <message>
            <source>Pieces unit</source>
            <translation>件数单位</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Price difference</source>
            <translation>价格差异</translation>
        </message>
        <message>
            <source>Price differences account = price differences</source>
            <translation>采购价差科目 = 采购价差表</translation>
        </message>
        <message>
            <source>Price level</source>
            <translation>价格级别</translation>
        </message>
        <message>
            <source>Price list</source>
            <translation>价目表</translation>
        </message>
        <message>
            <source>Price near expiry</source>
            <translation>临期价</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Products counted</source>
            <translation>盘点种数</translation>
        </message>
        <message>
            <source>Products that differ</source>
            <translation>有差异种数</translation>
        </message>
        <message>
            <source>Profit by day</source>
            <translation>每日利润</translation>
        </message>
        <message>
            <source>Profit by month</source>
            <translation>月度利润</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承诺日期</translation>
        </message>
        <message>
            <source>Promised lots</source>
            <translation>已分配批次</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Qty</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quantity in</source>
            <translation>入库数量</translation>
        </message>
        <message>
            <source>Quantity out</source>
            <translation>出库数量</translation>
        </message>
        <message>
            <source>Quantity: opening + in − out = closing</source>
            <translation>数量：期初 + 入库 − 出库 = 期末</translation>
        </message>
        <message>
            <source>Ready to ship</source>
            <translation>可发货</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Recall list</source>
            <translation>召回名单</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>入库单</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>入库单</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收账款</translation>
        </message>
        <message>
            <source>Receivables account = open items</source>
            <translation>应收账款科目 = 未结单据</translation>
        </message>
        <message>
            <source>Receivables by age</source>
            <translation>应收账龄</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已入库金额</translation>
        </message>
        <message>
            <source>Recomputed</source>
            <translation>重算</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>对方单号</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>拒收数量</translation>
        </message>
        <message>
            <source>Requirements</source>
            <translation>物料需求</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>预留数量</translation>
        </message>
        <message>
            <source>Reserved, in units</source>
            <translation>预留（整零）</translation>
        </message>
        <message>
            <source>Restated costs</source>
            <translation>成本重算</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Retail price</source>
            <translation>零售价</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退数量</translation>
        </message>
        <message>
            <source>Returned %</source>
            <translation>退货率 %</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Returns by reason</source>
            <translation>退货原因统计</translation>
        </message>
        <message>
            <source>Returns now</source>
            <translation>本次退货</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>已冲销</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Safety stock</source>
            <translation>安全库存</translation>
        </message>
        <message>
            <source>Sale price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales account = sales</source>
            <translation>主营业务收入科目 = 销售</translation>
        </message>
        <message>
            <source>Sales by product</source>
            <translation>商品销售</translation>
        </message>
        <message>
            <source>Sales orders</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>保存时间</translation>
        </message>
        <message>
            <source>Season %</source>
            <translation>季节系数 %</translation>
        </message>
        <message>
            <source>Sender's number</source>
            <translation>来源单号</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>发出时间</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>Serial numbers</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Serving order</source>
            <translation>优先级</translation>
        </message>
        <message>
            <source>Settled here</source>
            <translation>本单核销</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>分摊额</translation>
        </message>
        <message>
            <source>Share %</source>
            <translation>占比 %</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>分摊方式</translation>
        </message>
        <message>
            <source>Shared by</source>
            <translation>分摊依据</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>货架</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>交班记录</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>已出库</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短缺</translation>
        </message>
        <message>
            <source>Shortage</source>
            <translation>盘亏</translation>
        </message>
        <message>
            <source>Should be</source>
            <translation>应为</translation>
        </message>
        <message>
            <source>Should be in it</source>
            <translation>应有现金</translation>
        </message>
        <message>
            <source>Shrinkage by cause</source>
            <translation>损耗分析（按原因）</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>已售</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>已售完</translation>
        </message>
        <message>
            <source>Something missing</source>
            <translation>有短少</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>费用金额</translation>
        </message>
        <message>
            <source>Standard cost</source>
            <translation>标准成本</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Statement missing</source>
            <translation>缺少对账单</translation>
        </message>
        <message>
            <source>Still on the way</source>
            <translation>在途数量</translation>
        </message>
        <message>
            <source>Still there</source>
            <translation>尚在客户处</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Stock = stock by lot, in quantity</source>
            <translation>库存数量 = 批次库存数量</translation>
        </message>
        <message>
            <source>Stock account = stock value</source>
            <translation>库存商品科目 = 库存金额</translation>
        </message>
        <message>
            <source>Stock accuracy</source>
            <translation>库存准确率</translation>
        </message>
        <message>
            <source>Stock below zero</source>
            <translation>负库存</translation>
        </message>
        <message>
            <source>Stock by bin and lot</source>
            <translation>库位批次库存</translation>
        </message>
        <message>
            <source>Stock by lot</source>
            <translation>批次库存</translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Stock counts</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Stock documents</source>
            <translation>库存单据</translation>
        </message>
        <message>
            <source>Stock ledger</source>
            <translation>库存台账</translation>
        </message>
        <message>
            <source>Stock movements</source>
            <translation>出入库明细</translation>
        </message>
        <message>
            <source>Stock on hand</source>
            <translation>即时库存</translation>
        </message>
        <message>
            <source>Stock then</source>
            <translation>届时库存</translation>
        </message>
        <message>
            <source>Stock unit</source>
            <translation>库存显示单位</translation>
        </message>
        <message>
            <source>Stock valuation</source>
            <translation>库存估值</translation>
        </message>
        <message>
            <source>Stock value</source>
            <translation>库存金额</translation>
        </message>
        <message>
            <source>Stock value = stock by lot</source>
            <translation>库存金额 = 批次库存金额</translation>
        </message>
        <message>
            <source>Stock-outs</source>
            <translation>出库单</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>账面</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>建议数量</translation>
        </message>
        <message>
            <source>Suggested, in units</source>
            <translation>建议数量（整零）</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Supplier code</source>
            <translation>供应商编码</translation>
        </message>
        <message>
            <source>Supplier prices</source>
            <translation>供应商报价</translation>
        </message>
        <message>
            <source>Supplier's SKU</source>
            <translation>供应商货号</translation>
        </message>
        <message>
            <source>Supplier's lot</source>
            <translation>供应商批号</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Surplus</source>
            <translation>盘盈</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标库存</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Tax %</source>
            <translation>税率 %</translation>
        </message>
        <message>
            <source>Tax on purchases = purchases and expenses</source>
            <translation>进项税额 = 采购与费用</translation>
        </message>
        <message>
            <source>Tax on sales = sales</source>
            <translation>销项税额 = 销售税额</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>对方单号</translation>
        </message>
        <message>
            <source>They owe us</source>
            <translation>对方欠款</translation>
        </message>
        <message>
            <source>Thrown away</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Tie-out</source>
            <translation>勾稽核对</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银台</translation>
        </message>
        <message>
            <source>Till receipts</source>
            <translation>小票数</translation>
        </message>
        <message>
            <source>Till sales</source>
            <translation>零售单</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To</source>
            <translation>调入</translation>
        </message>
        <message>
            <source>To arrive</source>
            <translation>待到货</translation>
        </message>
        <message>
            <source>To be billed</source>
            <translation>待开票金额</translation>
        </message>
        <message>
            <source>To bill</source>
            <translation>待收票</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>将到货</translation>
        </message>
        <message>
            <source>To invoice</source>
            <translation>待开票</translation>
        </message>
        <message>
            <source>To order</source>
            <translation>待订货</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>未结金额</translation>
        </message>
        <message>
            <source>To pick</source>
            <translation>要拣</translation>
        </message>
        <message>
            <source>To receive</source>
            <translation>待入库</translation>
        </message>
        <message>
            <source>To repair</source>
            <translation>送修</translation>
        </message>
        <message>
            <source>To ship</source>
            <translation>待出库</translation>
        </message>
        <message>
            <source>To warehouse</source>
            <translation>调入仓库</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Trace of a lot</source>
            <translation>批次追溯</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translation>调拨单</translation>
        </message>
        <message>
            <source>Trial balance</source>
            <translation>试算平衡表</translation>
        </message>
        <message>
            <source>Turnover</source>
            <translation>库存周转</translation>
        </message>
        <message>
            <source>Turns per year</source>
            <translation>年周转次数</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation>成本单价</translation>
        </message>
        <message>
            <source>Unpaid</source>
            <translation>未结清</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Up to 30 days</source>
            <translation>30 天以内</translation>
        </message>
        <message>
            <source>Valuation by category</source>
            <translation>分类库存估值</translation>
        </message>
        <message>
            <source>Valuation methods</source>
            <translation>计价方法</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Value in</source>
            <translation>入库金额</translation>
        </message>
        <message>
            <source>Value on the way</source>
            <translation>在途金额</translation>
        </message>
        <message>
            <source>Value out</source>
            <translation>出库金额</translation>
        </message>
        <message>
            <source>Value: opening + in − out = closing</source>
            <translation>金额：期初 + 入库 − 出库 = 期末</translation>
        </message>
        <message>
            <source>Valued by</source>
            <translation>计价方法</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>体积</translation>
        </message>
        <message>
            <source>Waiting for goods</source>
            <translation>等货</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>缺货数量</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Warehouse code</source>
            <translation>仓库编码</translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>We owe</source>
            <translation>应付款</translation>
        </message>
        <message>
            <source>We owe them</source>
            <translation>我方欠款</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重量</translation>
        </message>
        <message>
            <source>Went, in units</source>
            <translation>出库（整零）</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>费用项目</translation>
        </message>
        <message>
            <source>What it brings</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What to order</source>
            <translation>补货建议</translation>
        </message>
        <message>
            <source>Who, what for</source>
            <translation>对方与摘要</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Why blocked</source>
            <translation>冻结原因</translation>
        </message>
        <message>
            <source>Will be late</source>
            <translation>将会延误</translation>
        </message>
        <message>
            <source>With tax</source>
            <translation>含税金额</translation>
        </message>
        <message>
            <source>With variants</source>
            <translation>分规格的款</translation>
        </message>
        <message>
            <source>Without a supplier</source>
            <translation>没有供应商</translation>
        </message>
        <message>
            <source>Write-offs</source>
            <translation>报损单</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>库区</translation>
        </message>
        <message>
            <source>below</source>
            <translation>下行</translation>
        </message>
        <message>
            <source>sku</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>Till</name>
        <message>
            <source>&amp;Cash in or out…</source>
            <translation>存取现金…</translation>
        </message>
        <message>
            <source>&amp;Expense out of the drawer…</source>
            <translation>从钱箱付费用…</translation>
        </message>
        <message>
            <source>&amp;X report</source>
            <translation>中途报表 X</translation>
        </message>
        <message>
            <source>1 item</source>
            <translation>1 件商品</translation>
        </message>
        <message>
            <source>1 line</source>
            <translation>1 行</translation>
        </message>
        <message>
            <source>10% or 1.50</source>
            <translation>10% 或 1.50</translation>
        </message>
        <message>
            <source>A name, a code or initials will do as well.</source>
            <translation>也可以输入名称、货号或拼音首字母。</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>挂账</translation>
        </message>
        <message>
            <source>Alipay</source>
            <translation>支付宝</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All of it</source>
            <translation>全部退</translation>
        </message>
        <message>
            <source>Allow it</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>As it should be</source>
            <translation>账实相符</translation>
        </message>
        <message>
            <source>Back of {0}</source>
            <translation>{0} 退回</translation>
        </message>
        <message>
            <source>Big keys</source>
            <translation>大键模式</translation>
        </message>
        <message>
            <source>Big keys to touch</source>
            <translation>触屏大键</translation>
        </message>
        <message>
            <source>Booked {0}</source>
            <translation>已入账 {0}</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Came back on</source>
            <translation>退回日期</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>银行卡</translation>
        </message>
        <message>
            <source>Cart</source>
            <translation>购物车</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash in or out of the drawer</source>
            <translation>存取钱箱现金</translation>
        </message>
        <message>
            <source>Cash in or out of till {0}</source>
            <translation>收银台 {0} 存取现金</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>找零</translation>
        </message>
        <message>
            <source>Change fetched from the bank</source>
            <translation>银行换零</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选批次…</translation>
        </message>
        <message>
            <source>Close the shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Count and c&amp;lose the shift…</source>
            <translation>点钱交班…</translation>
        </message>
        <message>
            <source>Count the drawer and close the shift</source>
            <translation>点钱交班</translation>
        </message>
        <message>
            <source>Count the drawer of till {0}</source>
            <translation>收银台 {0} 点钱交班</translation>
        </message>
        <message>
            <source>Counted {0}</source>
            <translation>实点 {0}</translation>
        </message>
        <message>
            <source>Credit {0} to the account</source>
            <translation>{0} 记入客户账户</translation>
        </message>
        <message>
            <source>Credit {0} {1}</source>
            <translation>{1}冲抵 {0}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer display</source>
            <translation>客显</translation>
        </message>
        <message>
            <source>Difference paid or given back by</source>
            <translation>差价收退方式</translation>
        </message>
        <message>
            <source>Difference to give back</source>
            <translation>应退差价</translation>
        </message>
        <message>
            <source>Difference to pay</source>
            <translation>应补差价</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Empty for the last one</source>
            <translation>留空为上一张小票</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>回车</translation>
        </message>
        <message>
            <source>Exact amount</source>
            <translation>按应收收款</translation>
        </message>
        <message>
            <source>Exact {0}</source>
            <translation>刚好 {0}</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Exchange for other goods</source>
            <translation>换成其他商品</translation>
        </message>
        <message>
            <source>Exchange of {0}</source>
            <translation>换货 · {0}</translation>
        </message>
        <message>
            <source>Exchange, give {0} {1} back</source>
            <translation>换货，退{1} {0}</translation>
        </message>
        <message>
            <source>Exchange, nothing to pay</source>
            <translation>换货，无差价</translation>
        </message>
        <message>
            <source>Exchange, take {0} {1}</source>
            <translation>换货，收{1} {0}</translation>
        </message>
        <message>
            <source>Exchange, {0} on account</source>
            <translation>换货，{0} 记账</translation>
        </message>
        <message>
            <source>Exchanged {0}, {1} given back</source>
            <translation>已换货 {0}，退 {1}</translation>
        </message>
        <message>
            <source>Exchanged: {0}</source>
            <translation>已换货：{0}</translation>
        </message>
        <message>
            <source>F5 finds a customer</source>
            <translation>按 F5 选客户</translation>
        </message>
        <message>
            <source>Finish, nothing to pay</source>
            <translation>完成，无需付款</translation>
        </message>
        <message>
            <source>Float in the drawer</source>
            <translation>备用金</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>From the safe</source>
            <translation>从保险柜取来</translation>
        </message>
        <message>
            <source>Give {0} back by {1}</source>
            <translation>{1}退款 {0}</translation>
        </message>
        <message>
            <source>Give {0} cash back</source>
            <translation>退现金 {0}</translation>
        </message>
        <message>
            <source>Give {0} {1} back</source>
            <translation>退{1} {0}</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Goes instead</source>
            <translation>换出商品</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>退货去向</translation>
        </message>
        <message>
            <source>Held carts</source>
            <translation>挂单列表</translation>
        </message>
        <message>
            <source>Held {0}</source>
            <translation>挂单 {0}</translation>
        </message>
        <message>
            <source>Hold cart</source>
            <translation>挂单</translation>
        </message>
        <message>
            <source>Hold the cart under a name</source>
            <translation>挂单并命名</translation>
        </message>
        <message>
            <source>Hold the cart under the name</source>
            <translation>挂单名称</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Into the safe</source>
            <translation>存入保险柜</translation>
        </message>
        <message>
            <source>Link to a product</source>
            <translation>关联到商品</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Lock the till</source>
            <translation>锁定收银台</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批号</translation>
        </message>
        <message>
            <source>Lot or serial number</source>
            <translation>批号或序列号</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Money goes back by</source>
            <translation>退款方式</translation>
        </message>
        <message>
            <source>More was paid than is due</source>
            <translation>已收款超过应收</translation>
        </message>
        <message>
            <source>Name of {0}</source>
            <translation>{0} 的名称</translation>
        </message>
        <message>
            <source>Name or time</source>
            <translation>名称或时间</translation>
        </message>
        <message>
            <source>Name, code or initials</source>
            <translation>名称、货号或拼音首字母</translation>
        </message>
        <message>
            <source>Name, code, phone or initials</source>
            <translation>名称、编码、电话或拼音首字母</translation>
        </message>
        <message>
            <source>Near expiry</source>
            <translation>临期价</translation>
        </message>
        <message>
            <source>New cart</source>
            <translation>新购物车</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新建商品</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>No PIN</source>
            <translation>未设密码</translation>
        </message>
        <message>
            <source>No drawer hangs on the receipt printer of this computer.</source>
            <translation>本机的小票打印机没有接钱箱。</translation>
        </message>
        <message>
            <source>No shift open</source>
            <translation>未开班</translation>
        </message>
        <message>
            <source>Nobody knows the code “{0}”.</source>
            <translation>没有商品使用条码“{0}”。</translation>
        </message>
        <message>
            <source>Nobody who may do this has a PIN yet: see Settings, People.</source>
            <translation>还没有人设置收银密码可以授权，请到“设置 · 人员”设置。</translation>
        </message>
        <message>
            <source>Nothing in the cart yet</source>
            <translation>购物车还是空的</translation>
        </message>
        <message>
            <source>Nothing is called “{0}”.</source>
            <translation>找不到“{0}”。</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Of which receipt do goods come back?</source>
            <translation>换哪张小票上的商品？</translation>
        </message>
        <message>
            <source>Only cash gives change</source>
            <translation>只有现金可以找零</translation>
        </message>
        <message>
            <source>Only the till, or the rail too (F11)</source>
            <translation>只看收银台，或同时显示导航栏（F11）</translation>
        </message>
        <message>
            <source>Open the &amp;drawer</source>
            <translation>打开钱箱</translation>
        </message>
        <message>
            <source>Open the shift</source>
            <translation>开班</translation>
        </message>
        <message>
            <source>Open the shift of till {0}</source>
            <translation>收银台 {0} 开班</translation>
        </message>
        <message>
            <source>Or the sum, counted elsewhere</source>
            <translation>或直接填总额</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>收银密码</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已收款</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>授权人</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>大键</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Price of {0}</source>
            <translation>{0} 的单价</translation>
        </message>
        <message>
            <source>Print again: receipt number</source>
            <translation>重打小票：单号</translation>
        </message>
        <message>
            <source>Print another receipt</source>
            <translation>打印另一张小票</translation>
        </message>
        <message>
            <source>Put in</source>
            <translation>存入</translation>
        </message>
        <message>
            <source>Put in by the owner</source>
            <translation>店主存入</translation>
        </message>
        <message>
            <source>Put {0} in</source>
            <translation>存入 {0}</translation>
        </message>
        <message>
            <source>Put {0} on account</source>
            <translation>挂账 {0}</translation>
        </message>
        <message>
            <source>Put {0} on account, {2} still to pay</source>
            <translation>挂账 {0}，还需收 {2}</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quantity of {0}</source>
            <translation>{0} 的数量</translation>
        </message>
        <message>
            <source>Quick items</source>
            <translation>快捷商品</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>小票</translation>
        </message>
        <message>
            <source>Receipt number or customer</source>
            <translation>小票号或客户</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Reprint</source>
            <translation>重打小票</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>取单</translation>
        </message>
        <message>
            <source>Resume which cart?</source>
            <translation>取哪一单？</translation>
        </message>
        <message>
            <source>Resume {0}</source>
            <translation>取单 {0}</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Return of {0}</source>
            <translation>退货 · {0}</translation>
        </message>
        <message>
            <source>Return without a receipt</source>
            <translation>无小票退货</translation>
        </message>
        <message>
            <source>Return: receipt number</source>
            <translation>退货：小票号</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>抹零</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Scan the first product</source>
            <translation>扫第一件商品</translation>
        </message>
        <message>
            <source>Scan what came back, then what goes instead</source>
            <translation>先扫退回的商品，再扫换出的商品</translation>
        </message>
        <message>
            <source>Scan what came back: each scan counts one</source>
            <translation>扫退回的商品：扫一下退一件</translation>
        </message>
        <message>
            <source>Scan what comes back</source>
            <translation>扫描退回的商品</translation>
        </message>
        <message>
            <source>Scan what goes instead</source>
            <translation>扫描换走的商品</translation>
        </message>
        <message>
            <source>Scan, or type a name, code or initials</source>
            <translation>扫码，或输入名称、货号、拼音首字母</translation>
        </message>
        <message>
            <source>Sell anyway</source>
            <translation>仍要卖</translation>
        </message>
        <message>
            <source>Sell {0}</source>
            <translation>卖 {0} 件</translation>
        </message>
        <message>
            <source>Sell {0} of {1}, {2} on hand</source>
            <translation>{1} 卖 {0}，库存 {2}</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Shift closed: {0}</source>
            <translation>已交班：{0}</translation>
        </message>
        <message>
            <source>Shift {0}, open since {1}</source>
            <translation>第 {0} 班 · {1} 开班</translation>
        </message>
        <message>
            <source>Shift: open, cash in and out, report, close (F10)</source>
            <translation>班次：开班、存取、报表、交班 (F10)</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Small expense</source>
            <translation>零星支出</translation>
        </message>
        <message>
            <source>Sold {0}</source>
            <translation>{0} 已收银</translation>
        </message>
        <message>
            <source>Sold {0}, change {1}</source>
            <translation>{0} 已收银，找零 {1}</translation>
        </message>
        <message>
            <source>Stays in the drawer</source>
            <translation>留存钱箱</translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation>还需收</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Take back {0}</source>
            <translation>退 {0} 件</translation>
        </message>
        <message>
            <source>Take goods back without a receipt</source>
            <translation>无小票退货</translation>
        </message>
        <message>
            <source>Take it back anyway</source>
            <translation>仍要退货</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>从购物车拿掉</translation>
        </message>
        <message>
            <source>Take lot {0}</source>
            <translation>改卖批次 {0}</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Take this payment back</source>
            <translation>撤回这笔收款</translation>
        </message>
        <message>
            <source>Take {0} out</source>
            <translation>取出 {0}</translation>
        </message>
        <message>
            <source>Take {0} {1}</source>
            <translation>收{1} {0}</translation>
        </message>
        <message>
            <source>Take {0} {1}, give {3} change</source>
            <translation>收{1} {0}，找零 {3}</translation>
        </message>
        <message>
            <source>Take {0} {1}, {2} still to pay</source>
            <translation>收{1} {0}，还需收 {2}</translation>
        </message>
        <message>
            <source>Taken by the owner</source>
            <translation>店主取用</translation>
        </message>
        <message>
            <source>Taken to the bank</source>
            <translation>存入银行</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Tax included</source>
            <translation>含税</translation>
        </message>
        <message>
            <source>Tax {0}%</source>
            <translation>税 {0}%</translation>
        </message>
        <message>
            <source>Tax {0}% included</source>
            <translation>含税 {0}%</translation>
        </message>
        <message>
            <source>Thank you</source>
            <translation>谢谢惠顾</translation>
        </message>
        <message>
            <source>The till is locked</source>
            <translation>收银台已锁定</translation>
        </message>
        <message>
            <source>The whole window, or with the menus</source>
            <translation>整个窗口，或带菜单</translation>
        </message>
        <message>
            <source>This cart</source>
            <translation>当前购物车</translation>
        </message>
        <message>
            <source>This line</source>
            <translation>这一行</translation>
        </message>
        <message>
            <source>This product has no lots.</source>
            <translation>这个商品不分批次。</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Till {0}</source>
            <translation>收银台 {0}</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>应退</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Try again in {0} s</source>
            <translation>密码连续输错，{0} 秒后再试</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>转账</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation>散客</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>欢迎光临</translation>
        </message>
        <message>
            <source>What for, in words</source>
            <translation>用途说明</translation>
        </message>
        <message>
            <source>What was wrong with it</source>
            <translation>为什么退</translation>
        </message>
        <message>
            <source>Which lot of {0}</source>
            <translation>{0}：选哪个批次</translation>
        </message>
        <message>
            <source>Who allows it: {0}?</source>
            <translation>谁来授权：{0}？</translation>
        </message>
        <message>
            <source>Who is at the till?</source>
            <translation>谁在收银？</translation>
        </message>
        <message>
            <source>Whole cart</source>
            <translation>整单</translation>
        </message>
        <message>
            <source>Why does it come back?</source>
            <translation>退货原因？</translation>
        </message>
        <message>
            <source>Without customer</source>
            <translation>不选客户</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>中途报表（X）</translation>
        </message>
        <message>
            <source>You get back</source>
            <translation>应退</translation>
        </message>
        <message>
            <source>below zero: {0}</source>
            <translation>库存为负：{0}</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>已停售</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>is not on this receipt, or all of it came back</source>
            <translation>不在这张小票上，或已全部退回</translation>
        </message>
        <message>
            <source>last here {0}</source>
            <translation>上次来 {0}</translation>
        </message>
        <message>
            <source>lot {0}</source>
            <translation>批号 {0}</translation>
        </message>
        <message>
            <source>lot {0}, use by {1}</source>
            <translation>批号 {0}，{1} 到期</translation>
        </message>
        <message>
            <source>owes {0}</source>
            <translation>欠款 {0}</translation>
        </message>
        <message>
            <source>use by {0}</source>
            <translation>{0} 到期</translation>
        </message>
        <message>
            <source>{0} belongs to</source>
            <translation>{0} 属于</translation>
        </message>
        <message>
            <source>{0} come back</source>
            <translation>退回 {0}</translation>
        </message>
        <message>
            <source>{0} given</source>
            <translation>实收{0}</translation>
        </message>
        <message>
            <source>{0} items</source>
            <translation>{0} 件商品</translation>
        </message>
        <message>
            <source>{0} lines</source>
            <translation>{0} 行</translation>
        </message>
        <message>
            <source>{0} on hand</source>
            <translation>库存 {0}</translation>
        </message>
        <message>
            <source>{0} short</source>
            <translation>少 {0}</translation>
        </message>
        <message>
            <source>{0} taken out</source>
            <translation>已拿掉 {0}</translation>
        </message>
        <message>
            <source>{0} too much</source>
            <translation>多 {0}</translation>
        </message>
        <message>
            <source>{0} · {1} on hand</source>
            <translation>{0} · 库存 {1}</translation>
        </message>
        <message>
            <source>{0}% off</source>
            <translation>优惠 {0}%</translation>
        </message>
        <message>
            <source>{0}, held just now</source>
            <translation>{0}，刚挂单</translation>
        </message>
        <message>
            <source>{0}, held {1} h {2} min</source>
            <translation>{0} · 挂 {1} 小时 {2} 分</translation>
        </message>
        <message>
            <source>{0}, held {1} min</source>
            <translation>{0} · 挂 {1} 分钟</translation>
        </message>
        <message>
            <source>{0}, lot {1}, expired on {2}</source>
            <translation>{0}，批号 {1}，{2} 已过期</translation>
        </message>
        <message>
            <source>{0}: {1} given back</source>
            <translation>{0}：已退 {1}</translation>
        </message>
        <message>
            <source>{0}: {1} instead of {2}</source>
            <translation>{0}：{2} 改为 {1}</translation>
        </message>
    </context>
    <context>
        <name>Trade</name>
        <message>
            <source>+{0}, {1} of {2}</source>
            <translation>+{0}，已收 {1} / {2}</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>客户接受</translation>
        </message>
        <message>
            <source>Add freight or customs</source>
            <translation>加入运费、关税</translation>
        </message>
        <message>
            <source>Add it as well</source>
            <translation>一并加上</translation>
        </message>
        <message>
            <source>Add to the cost</source>
            <translation>计入成本</translation>
        </message>
        <message>
            <source>All lines complete</source>
            <translation>全部已齐</translation>
        </message>
        <message>
            <source>Another photo…</source>
            <translation>换张照片…</translation>
        </message>
        <message>
            <source>Another price also changes the cost of what was sold since</source>
            <translation>价格不同时，之后已售出的成本也随之更正</translation>
        </message>
        <message>
            <source>Back to the document</source>
            <translation>回到单据</translation>
        </message>
        <message>
            <source>Bill all</source>
            <translation>全部收票</translation>
        </message>
        <message>
            <source>By the amounts</source>
            <translation>按金额</translation>
        </message>
        <message>
            <source>By the quantities</source>
            <translation>按数量</translation>
        </message>
        <message>
            <source>By volume</source>
            <translation>按体积</translation>
        </message>
        <message>
            <source>By weight</source>
            <translation>按重量</translation>
        </message>
        <message>
            <source>Cancel the order</source>
            <translation>取消订单</translation>
        </message>
        <message>
            <source>Cancel the quotation</source>
            <translation>取消报价</translation>
        </message>
        <message>
            <source>Cancel the rest</source>
            <translation>取消剩余</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Change suppliers</source>
            <translation>修改供应商</translation>
        </message>
        <message>
            <source>Choose how “{0}” is shared.</source>
            <translation>请选择“{0}”的分摊方式。</translation>
        </message>
        <message>
            <source>Compare orders and bills</source>
            <translation>三单匹配</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer's number</source>
            <translation>客户单号</translation>
        </message>
        <message>
            <source>Customs</source>
            <translation>关税</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Difference to the receipt</source>
            <translation>与入库价的差额</translation>
        </message>
        <message>
            <source>Discount included</source>
            <translation>已减优惠</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Empty: paid elsewhere</source>
            <translation>已另行付款则留空</translation>
        </message>
        <message>
            <source>Enter adds a cost: freight, customs, packing, or your own word</source>
            <translation>回车加一项费用：运费、关税、包装费，或自己的叫法</translation>
        </message>
        <message>
            <source>Enter bill</source>
            <translation>登记账单</translation>
        </message>
        <message>
            <source>Enter its weight and volume</source>
            <translation>填写重量和体积</translation>
        </message>
        <message>
            <source>Everything is as agreed</source>
            <translation>三单一致</translation>
        </message>
        <message>
            <source>Exchange…</source>
            <translation>换货…</translation>
        </message>
        <message>
            <source>Expected on</source>
            <translation>预计到货</translation>
        </message>
        <message>
            <source>Fill it in</source>
            <translation>去填写</translation>
        </message>
        <message>
            <source>Filter by number, customer, reference</source>
            <translation>按单号、客户、对方单号筛选</translation>
        </message>
        <message>
            <source>Filter by number, supplier or product</source>
            <translation>按单号、供应商或商品筛选</translation>
        </message>
        <message>
            <source>Filter by number, supplier, reference</source>
            <translation>按单号、供应商、对方单号筛选</translation>
        </message>
        <message>
            <source>Filter by product, supplier or code</source>
            <translation>按商品、供应商或编码筛选</translation>
        </message>
        <message>
            <source>Find by name</source>
            <translation>按名称查找</translation>
        </message>
        <message>
            <source>For receipts</source>
            <translation>分摊到入库单</translation>
        </message>
        <message>
            <source>Freight</source>
            <translation>运费</translation>
        </message>
        <message>
            <source>Freight and other costs of the goods</source>
            <translation>运费及其他采购费用</translation>
        </message>
        <message>
            <source>Import a price list, or enter suppliers on a product's page</source>
            <translation>导入报价单，或在商品页面填写供应商</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>开票</translation>
        </message>
        <message>
            <source>Invoice all</source>
            <translation>全部开票</translation>
        </message>
        <message>
            <source>Invoice in part</source>
            <translation>部分开票</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Keep mine as a copy</source>
            <translation>我的另存一份</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不管它</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>这行不做</translation>
        </message>
        <message>
            <source>Lines whose order, receipt and bill differ stand here</source>
            <translation>订单、入库、账单不一致的行会列在这里</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More ways to begin</source>
            <translation>其他新建方式</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>未税金额</translation>
        </message>
        <message>
            <source>Net amount</source>
            <translation>未税金额</translation>
        </message>
        <message>
            <source>New landed cost</source>
            <translation>新建采购费用分摊</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新建订单</translation>
        </message>
        <message>
            <source>New purchase order</source>
            <translation>新建采购订单</translation>
        </message>
        <message>
            <source>New quotation</source>
            <translation>新建报价单</translation>
        </message>
        <message>
            <source>New sales order</source>
            <translation>新建销售订单</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>还没有销售订单</translation>
        </message>
        <message>
            <source>No purchases yet</source>
            <translation>还没有采购</translation>
        </message>
        <message>
            <source>No quantity is filled in yet.</source>
            <translation>还没有填本次数量。</translation>
        </message>
        <message>
            <source>No supplier prices yet</source>
            <translation>还没有供应商报价</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>本次</translation>
        </message>
        <message>
            <source>Number or supplier</source>
            <translation>单号或供应商</translation>
        </message>
        <message>
            <source>One piece</source>
            <translation>改为一件</translation>
        </message>
        <message>
            <source>Open {0}</source>
            <translation>打开 {0}</translation>
        </message>
        <message>
            <source>Order from a supplier, receive what comes, print its labels</source>
            <translation>向供应商订货、到货入库、打印标签</translation>
        </message>
        <message>
            <source>Order more</source>
            <translation>先订货</translation>
        </message>
        <message>
            <source>Order what falls short</source>
            <translation>补货建议</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Overall discount</source>
            <translation>整单优惠</translation>
        </message>
        <message>
            <source>Packing</source>
            <translation>包装费</translation>
        </message>
        <message>
            <source>Paid in full</source>
            <translation>已全部结清</translation>
        </message>
        <message>
            <source>Paid to</source>
            <translation>付给</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>结算</translation>
        </message>
        <message>
            <source>Photo of what was rejected</source>
            <translation>拒收商品的照片</translation>
        </message>
        <message>
            <source>Photo…</source>
            <translation>照片…</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print labels</source>
            <translation>打印标签</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>交货日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>收货</translation>
        </message>
        <message>
            <source>Receive all</source>
            <translation>按订单全收</translation>
        </message>
        <message>
            <source>Receive on another day</source>
            <translation>补录收货（另选日期）</translation>
        </message>
        <message>
            <source>Receive the rest</source>
            <translation>收剩余货</translation>
        </message>
        <message>
            <source>Receive without an order</source>
            <translation>无订单入库</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>收货进度</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>流水号</translation>
        </message>
        <message>
            <source>Refuse {0}</source>
            <translation>退回 {0}</translation>
        </message>
        <message>
            <source>Rejection note</source>
            <translation>拒收单</translation>
        </message>
        <message>
            <source>Reverse</source>
            <translation>红冲</translation>
        </message>
        <message>
            <source>Reverse and copy</source>
            <translation>红冲并复制</translation>
        </message>
        <message>
            <source>Reverse {0}?</source>
            <translation>红冲 {0}？</translation>
        </message>
        <message>
            <source>Scan what arrives: every scan adds one</source>
            <translation>扫码收货：扫一下收一件</translation>
        </message>
        <message>
            <source>Scan what comes back: every scan adds one</source>
            <translation>扫码退货：扫一下退一件</translation>
        </message>
        <message>
            <source>Scan what goes back: every scan adds one</source>
            <translation>扫码退回：扫一下退一件</translation>
        </message>
        <message>
            <source>Scan what leaves: every scan adds one</source>
            <translation>扫码出库：扫一下出一件</translation>
        </message>
        <message>
            <source>Scan: every scan adds one</source>
            <translation>扫码：扫一下加一件</translation>
        </message>
        <message>
            <source>Sell anyway</source>
            <translation>照卖</translation>
        </message>
        <message>
            <source>Sell {0}</source>
            <translation>卖 {0}</translation>
        </message>
        <message>
            <source>Send all back</source>
            <translation>全部退回</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Send goods back</source>
            <translation>退货给供应商</translation>
        </message>
        <message>
            <source>Ship</source>
            <translation>出库</translation>
        </message>
        <message>
            <source>Ship all</source>
            <translation>按订单全出</translation>
        </message>
        <message>
            <source>Ship anyway</source>
            <translation>照样出库</translation>
        </message>
        <message>
            <source>Ship on another day</source>
            <translation>补录出库（另选日期）</translation>
        </message>
        <message>
            <source>Ship the rest</source>
            <translation>出剩余货</translation>
        </message>
        <message>
            <source>Ship without an order</source>
            <translation>无订单出库</translation>
        </message>
        <message>
            <source>Shipping</source>
            <translation>出库进度</translation>
        </message>
        <message>
            <source>Show theirs</source>
            <translation>看对方的</translation>
        </message>
        <message>
            <source>Steps, related documents, attachments</source>
            <translation>流程、相关单据和附件</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Supplier's number</source>
            <translation>供应商单号</translation>
        </message>
        <message>
            <source>Take all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Take all back</source>
            <translation>全部退回</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>退货入库</translation>
        </message>
        <message>
            <source>Take goods back</source>
            <translation>客户退货</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Take the line out</source>
            <translation>删除这行</translation>
        </message>
        <message>
            <source>Tax {0}%</source>
            <translation>税额 {0}%</translation>
        </message>
        <message>
            <source>The document stays and is answered by a reversal: stock and books are as if it had not been.</source>
            <translation>原单保留，由红冲单冲销：库存和账目恢复如初。</translation>
        </message>
        <message>
            <source>The photo goes with line {0}</source>
            <translation>照片已附在第 {0} 行</translation>
        </message>
        <message>
            <source>The rest as a gift</source>
            <translation>多的当赠品入库</translation>
        </message>
        <message>
            <source>Throw the draft away</source>
            <translation>丢弃草稿</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Use today</source>
            <translation>用今天的日期</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>What each product gets</source>
            <translation>各商品分摊</translation>
        </message>
        <message>
            <source>Where it goes</source>
            <translation>费用去向</translation>
        </message>
        <message>
            <source>Why this margin…</source>
            <translation>毛利怎么来的…</translation>
        </message>
        <message>
            <source>Why were {0} {1} rejected?</source>
            <translation>拒收 {0} {1} 的原因？</translation>
        </message>
        <message>
            <source>Without the discount</source>
            <translation>不打折</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>货值</translation>
        </message>
        <message>
            <source>Write an order, ship it, invoice it, take the money</source>
            <translation>写订单、出库、开票、收款</translation>
        </message>
        <message>
            <source>being written</source>
            <translation>正在填写</translation>
        </message>
        <message>
            <source>by the drawer of till {0}</source>
            <translation>收银台 {0} 的钱箱</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>齐</translation>
        </message>
        <message>
            <source>extra</source>
            <translation>单外</translation>
        </message>
        <message>
            <source>goods cost {0}</source>
            <translation>货物成本 {0}</translation>
        </message>
        <message>
            <source>in {0} days</source>
            <translation>还有 {0} 天</translation>
        </message>
        <message>
            <source>last {0}</source>
            <translation>上次 {0}</translation>
        </message>
        <message>
            <source>next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>not billed yet</source>
            <translation>尚未收票</translation>
        </message>
        <message>
            <source>not invoiced yet</source>
            <translation>尚未开票</translation>
        </message>
        <message>
            <source>now {0}</source>
            <translation>本次 {0}</translation>
        </message>
        <message>
            <source>now {0} {1}</source>
            <translation>现在 {0} {1}</translation>
        </message>
        <message>
            <source>refuse {0}</source>
            <translation>退 {0}</translation>
        </message>
        <message>
            <source>rest cancelled: {0}</source>
            <translation>剩余 {0} 已取消</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>{0} are still outstanding. The rest will not come any more?</source>
            <translation>还有 {0} 未到货。剩余的不再来了吗？</translation>
        </message>
        <message>
            <source>{0} are still to ship. The rest will not be shipped?</source>
            <translation>还有 {0} 未出库。剩余的不再发了吗？</translation>
        </message>
        <message>
            <source>{0} billed</source>
            <translation>已收票 {0}</translation>
        </message>
        <message>
            <source>{0} complete, {1} still to come</source>
            <translation>{0} 行到货，{1} 行未到</translation>
        </message>
        <message>
            <source>{0} complete, {1} still to ship</source>
            <translation>{0} 行已齐，{1} 行未发</translation>
        </message>
        <message>
            <source>{0} d late</source>
            <translation>迟 {0} 天</translation>
        </message>
        <message>
            <source>{0} drafted</source>
            <translation>{0} 草稿</translation>
        </message>
        <message>
            <source>{0} for {1}</source>
            <translation>{0}（{1}）</translation>
        </message>
        <message>
            <source>{0} invoiced</source>
            <translation>已开票 {0}</translation>
        </message>
        <message>
            <source>{0} is not on this document.</source>
            <translation>这张单上没有 {0}。</translation>
        </message>
        <message>
            <source>{0} is reversed</source>
            <translation>{0} 已红冲</translation>
        </message>
        <message>
            <source>{0} of {1} pieces are here with these</source>
            <translation>连本次共到 {0} / {1} 件</translation>
        </message>
        <message>
            <source>{0} of {1} pieces are shipped with these</source>
            <translation>连本次共出 {0} / {1} 件</translation>
        </message>
        <message>
            <source>{0} of {1} pieces arrived</source>
            <translation>已到 {0} / {1} 件</translation>
        </message>
        <message>
            <source>{0} of {1} pieces shipped</source>
            <translation>已出库 {0} / {1} 件</translation>
        </message>
        <message>
            <source>{0} over</source>
            <translation>超 {0}</translation>
        </message>
        <message>
            <source>{0} paid, {1} to pay</source>
            <translation>已结 {0}，未结 {1}</translation>
        </message>
        <message>
            <source>{0} pieces</source>
            <translation>{0} 件</translation>
        </message>
        <message>
            <source>{0} short</source>
            <translation>差 {0}</translation>
        </message>
        <message>
            <source>{0} stays in the stock</source>
            <translation>{0} 计入库存</translation>
        </message>
        <message>
            <source>{0} to what is gone otherwise</source>
            <translation>{0} 随其他出库计入</translation>
        </message>
        <message>
            <source>{0} to what was sold since</source>
            <translation>{0} 计入已售商品成本</translation>
        </message>
        <message>
            <source>{0} {1}, the bill says {2}</source>
            <translation>{0} {1}，账单写 {2}</translation>
        </message>
        <message>
            <source>{0} {1}, {2}</source>
            <translation>{0} {1}，{2}</translation>
        </message>
        <message>
            <source>{0}% done</source>
            <translation>已完成 {0}%</translation>
        </message>
        <message>
            <source>{0}, {1} documents</source>
            <translation>{0} {1} 张</translation>
        </message>
        <message>
            <source>{0}: only {1} {2} available, this order wants {3}.</source>
            <translation>{0}：只有 {1} {2} 可用，这单要 {3}。</translation>
        </message>
        <message>
            <source>{0}: {1} {4} on the document, with these {2} in all: {3} over.</source>
            <translation>{0} 单上 {1} {4}，连这次共 {2}，多 {3}。</translation>
        </message>
    </context>
    <context>
        <name>Turn</name>
        <message>
            <source>Another till or window is writing. Yours is next.</source>
            <translation>另一台收银机或另一个窗口正在写入，接下来就是这一笔。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>This takes a little longer: it goes far back in the books.</source>
            <translation>这一笔牵涉以前的账，需要多一点时间。</translation>
        </message>
        <message>
            <source>Waiting for {0} s. Nothing is lost.</source>
            <translation>已等待 {0} 秒，内容不会丢失。</translation>
        </message>
        <message>
            <source>“{0}” is being written. Yours is next.</source>
            <translation>“{0}”正在写入，接下来就是这一笔。</translation>
        </message>
    </context>
    <context>
        <name>Variants</name>
        <message>
            <source>Add to the document</source>
            <translation>加到单据</translation>
        </message>
        <message>
            <source>Barcodes numbered from</source>
            <translation>条码起始号</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>How the codes (SKU) are made</source>
            <translation>货号规则</translation>
        </message>
        <message>
            <source>Make the variants</source>
            <translation>生成规格</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Quantities in {0}; in grey what is available</source>
            <translation>数量单位：{0}；灰色数字是可用数量</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺码</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Type at least one quantity.</source>
            <translation>请至少填一个数量。</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>取值</translation>
        </message>
        <message>
            <source>Variants of {0}</source>
            <translation>{0} 的规格</translation>
        </message>
        <message>
            <source>Write the values of each with commas: S, M, L, XL</source>
            <translation>每项的取值用逗号隔开，如：大, 中, 小</translation>
        </message>
        <message>
            <source>e.g. 690123450001; the check digit is added</source>
            <translation>如 690123450001，校验位自动补上</translation>
        </message>
        <message>
            <source>{0} {1} in {2} variants</source>
            <translation>共 {0} {1}，{2} 个规格</translation>
        </message>
    </context>
    <context>
        <name>Why</name>
        <message>
            <source>As {document} said</source>
            <translation>按 {document} 入账</translation>
        </message>
        <message>
            <source>Changed by {document}</source>
            <translation>由 {document} 调整</translation>
        </message>
        <message>
            <source>Difference to the standard cost ({document})</source>
            <translation>与标准成本的差异（{document}）</translation>
        </message>
        <message>
            <source>In all warehouses</source>
            <translation>所有仓库</translation>
        </message>
        <message>
            <source>In {warehouse}</source>
            <translation>在 {warehouse}</translation>
        </message>
        <message>
            <source>Made by {document}, with its work</source>
            <translation>由 {document} 制成，含加工费</translation>
        </message>
        <message>
            <source>Out of what was in {warehouse}</source>
            <translation>从 {warehouse} 的库存中来</translation>
        </message>
        <message>
            <source>What else came out of {document}</source>
            <translation>{document} 的其他产出</translation>
        </message>
        <message>
            <source>What stayed there</source>
            <translation>留在那里的</translation>
        </message>
        <message>
            <source>What the units sold below zero cost differently ({document})</source>
            <translation>负库存售出部分的成本差异（{document}）</translation>
        </message>
        <message>
            <source>What {document} did not share out</source>
            <translation>{document} 未分摊的</translation>
        </message>
        <message>
            <source>{count} earlier arrivals</source>
            <translation>更早的 {count} 次入库</translation>
        </message>
        <message>
            <source>{document}: {kind} of {day}</source>
            <translation>{document}：{day} {kind}</translation>
        </message>
        <message>
            <source>{kind}: {count} movements out</source>
            <translation>{kind}：出库 {count} 笔</translation>
        </message>
        <message>
            <source>{pieces} {sku} {name} used</source>
            <translation>用了 {pieces} {sku} {name}</translation>
        </message>
        <message>
            <source>{sku} {name} on hand</source>
            <translation>{sku} {name} 现存</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Backup {0}, proved</source>
            <translation>备份 {0} · 已验证</translation>
        </message>
        <message>
            <source>Books balance</source>
            <translation>账实相符</translation>
        </message>
        <message>
            <source>Books differ in {0} places</source>
            <translation>账目有 {0} 处不符</translation>
        </message>
        <message>
            <source>Books not checked yet</source>
            <translation>账目尚未核对</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the others</source>
            <translation>关闭其他标签页</translation>
        </message>
        <message>
            <source>First tasks</source>
            <translation>上手任务</translation>
        </message>
        <message>
            <source>Into its own window</source>
            <translation>移到新窗口</translation>
        </message>
        <message>
            <source>Make my own shop</source>
            <translation>建立自己的店铺</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>No printer: PDF</source>
            <translation>无打印机：存 PDF</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Open pages</source>
            <translation>打开的页面</translation>
        </message>
        <message>
            <source>Practice shop: try anything, nothing here is for keeps</source>
            <translation>练习店铺：随便试，这里什么都不作数</translation>
        </message>
        <message>
            <source>Printer does not answer</source>
            <translation>打印机没有响应</translation>
        </message>
        <message>
            <source>Printers ready</source>
            <translation>打印机 就绪</translation>
        </message>
        <message>
            <source>Scanned {0}</source>
            <translation>扫码 {0}</translation>
        </message>
        <message>
            <source>Scanner ready</source>
            <translation>扫码枪 就绪</translation>
        </message>
        <message>
            <source>Search, or type a command</source>
            <translation>搜索商品、单据、客户，或输入命令</translation>
        </message>
        <message>
            <source>The shop does not answer</source>
            <translation>店铺没有响应</translation>
        </message>
        <message>
            <source>{0} was not taken: a question is open</source>
            <translation>{0} 没有录入：请先处理打开的窗口</translation>
        </message>
        <message>
            <source>{0} · server</source>
            <translation>{0} · 服务器</translation>
        </message>
        <message>
            <source>{0} · this computer</source>
            <translation>{0} · 本机</translation>
        </message>
    </context>
</TS>

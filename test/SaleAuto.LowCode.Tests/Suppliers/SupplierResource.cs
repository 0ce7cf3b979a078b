using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Suppliers;

/// <summary>Screens, API, permissions, import and export of suppliers.</summary>
public class SupplierResource : ResourceDefinition<Supplier>
{
    protected override void Define(ResourceBuilder<Supplier, Supplier> supplier)
    {
        supplier.Menu("Stock", icon: "truck");
        supplier.Permissions("SaleAuto.Suppliers", StaffRoles.Manager, StaffRoles.Owner);
        supplier.Grant("Create", StaffRoles.Manager);
        supplier.Grant("Update", StaffRoles.Manager);
        supplier.Grant("Import", StaffRoles.Owner);

        supplier.Field(x => x.Name);
        supplier.Field(x => x.Inn);
        supplier.Field(x => x.Phone).Phone();
        supplier.Field(x => x.Kind);
        supplier.Field(x => x.CreditLimit).Money();
        supplier.Field(x => x.ContractUntil);
        supplier.Field(x => x.ContractFileId).File();

        supplier.Column(x => x.Name).DefaultSort();
        supplier.Search(x => x.Name, x => x.Inn, x => x.Phone);
        supplier.Filter(x => x.Kind);
        supplier.ImportKey(x => x.Inn);
    }
}

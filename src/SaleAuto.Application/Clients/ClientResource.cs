using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Clients;

/// <summary>People whose cars the company buys. A phone that was taken down wrongly is corrected with a reason.</summary>
public sealed class ClientResource : ResourceDefinition<Client, ClientInput>
{
    protected override void Define(ResourceBuilder<Client, ClientInput> client)
    {
        client.Menu("Sales", icon: "address-book", order: 30);
        client.Permissions(ClientPermissions.Default, StaffRoles.Manager, StaffRoles.Owner);
        client.Grant("Update", StaffRoles.Manager);

        client.Label(x => x.Name);
        client.Column(x => x.Phone).Phone().Permission(ClientPermissions.Phone);
        client.Rollup<Lead, int>("leads", (row, leads) => leads.Count(l => l.ClientId == row.Id));
        client.Rollup<Deal, int>("deals", (row, deals) => deals.Count(d => d.ClientId == row.Id));
        client.Column(x => x.PhoneConfirmedAt).Hidden();
        client.Column(x => x.CreationTime).DefaultSortDescending();
        client.Search(x => x.Name, x => x.Phone);
        client.Filter(x => x.CreationTime);

        client.Field(x => x.Name);
        client.Update((row, input) => row.Rename(input.Name));
        client.Related<Deal>(x => x.ClientId);

        var phone = client.Action<ChangePhoneInput>("ChangePhone").Icon("phone").GrantTo(StaffRoles.Manager)
            .Run<PhoneCorrection>((phones, row, input, token) => phones.ChangeAsync(row, input, token));
        phone.Field(x => x.Phone).Phone();
        phone.Field(x => x.Reason).Multiline();
    }
}

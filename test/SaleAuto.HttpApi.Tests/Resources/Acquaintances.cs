using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Clients;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Resources;

/// <summary>A resource of the tests over the table of clients: everything that a definition can say, so that the API is tested apart from what the product defines.</summary>
public sealed class AcquaintanceResource : ResourceDefinition<Client, AcquaintanceInput>
{
    public const string Permission = "SaleAuto.Acquaintances";

    protected override void Define(ResourceBuilder<Client, AcquaintanceInput> client)
    {
        client.Name("acquaintances");
        client.Permissions(Permission, StaffRoles.Manager, StaffRoles.Seller);
        foreach (var operation in new[] { "Create", "Update", "Delete" })
        {
            client.Grant(operation, StaffRoles.Manager, StaffRoles.Seller);
        }
        client.Grant("Export", StaffRoles.Manager, StaffRoles.Seller);
        client.Grant("Confirmation", StaffRoles.Manager);
        client.RowFilter(StaffRoles.Seller, (row, staff) => row.CreatorId == staff);

        client.Column(x => x.Name).Sortable();
        client.Column(x => x.Phone).Phone().Sortable();
        client.Column(x => x.CreationTime).DefaultSortDescending();
        client.Column(x => x.PhoneConfirmedAt).Permission($"{Permission}.Confirmation");
        client.Label(x => x.Name);
        client.Search(x => x.Name, x => x.Phone);
        client.Filter(x => x.Name).Parts();
        client.Filter(x => x.CreationTime).Range();
        client.Filter(x => x.PhoneConfirmedAt).Allow(FilterOperator.Empty, FilterOperator.NotEmpty);

        client.Field(x => x.Name).Required();
        client.Field(x => x.Phone).Phone().OnlyForCreation();
        client.From(x => new AcquaintanceInput { Name = x.Name, Phone = x.Phone });
        client.Create((id, input) => New(id, input));
        client.Update((row, input) => row.Rename(input.Name));
        client.Delete();
        var greet = client.Action<GreetInput>("Greet").GrantTo(StaffRoles.Manager, StaffRoles.Seller).Bulk().Run((row, input, _) => row.Rename($"{input.Title} {row.Name}"));
        greet.Field(x => x.Title);
        greet.Field(x => x.FriendId).Lookup<Client>(x => x.Name);
        client.Action("Confirm").GrantTo(StaffRoles.Manager).VisibleWhen(x => x.PhoneConfirmedAt == null).Run((row, context) => row.ConfirmPhone(Guid.Empty, context.Now));
    }

    private static Client New(Guid id, AcquaintanceInput input)
    {
        var client = (Client)Activator.CreateInstance(typeof(Client), nonPublic: true)!;
        Set(client, nameof(Client.Id), id);
        Set(client, nameof(Client.Name), input.Name);
        Set(client, nameof(Client.Phone), input.Phone);
        return client;
    }

    private static void Set(Client client, string property, object? value)
    {
        var type = typeof(Client);
        while (type.GetProperty(property, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly) is null)
        {
            type = type.BaseType!;
        }
        type.GetProperty(property)!.SetValue(client, value);
    }
}

public sealed record AcquaintanceInput
{
    [StringLength(100)]
    public string? Name { get; set; }

    [Required, StringLength(16)]
    public string? Phone { get; set; }
}

public sealed record GreetInput
{
    [Required, StringLength(20)]
    public string? Title { get; set; }

    public Guid? FriendId { get; set; }
}

/// <summary>The program with demo staff and the resource of the tests.</summary>
public sealed class ResourceApiOn<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    public TDatabase Database { get; } = new();

    public ApiHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        Host = new ApiHost(
            Database,
            services =>
            {
                services.Remove(services.Single(x => x.ServiceType == typeof(IResourceDefinition) && x.ImplementationType?.Name == "ClientResource")); // one resource for each entity
                services.AddSingleton<IResourceDefinition, AcquaintanceResource>();
                services.Decorate();
            },
            ("Demo:Enabled", "true"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }
}

internal static class TextsOfTests
{
    /// <summary>Texts that the product does not have show as their keys.</summary>
    public static void Decorate(this IServiceCollection services)
    {
        var given = services.Last(x => x.ServiceType == typeof(IResourceTexts));
        services.Replace(ServiceDescriptor.Singleton<IResourceTexts>(provider => new Keys((IResourceTexts)given.ImplementationFactory!(provider))));
    }

    private sealed class Keys(IResourceTexts texts) : IResourceTexts
    {
        public string? Find(string key) => texts.Find(key) ?? (key.StartsWith("Acquaintances", StringComparison.Ordinal) && !key.EndsWith(".Help", StringComparison.Ordinal) ? key : null);

        public string NameOf(Enum value) => texts.NameOf(value);

        public BadgeLook LookOf(Enum value) => texts.LookOf(value);

        public string ErrorOf(string code, IReadOnlyDictionary<string, object?>? values = null) => texts.ErrorOf(code, values);
    }
}

using System.Xml.Linq;
using Gilde.Web.Events;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Gilde.Web.Data;

public static class DataSetup
{
    public static void AddData(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<IClock, MicrosecondClock>();
        if (settings.IsPostgres)
            services.AddDbContextPool<GildeDb, PostgresGildeDb>((p, o) => PostgresGildeDb.Configure(Configure(o, p), settings.Database));
        else
            services.AddDbContextPool<GildeDb, SqliteGildeDb>((p, o) => SqliteGildeDb.Configure(Configure(o, p), settings.Database));
        services.AddDataProtection().SetApplicationName("gilde");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IServiceScopeFactory>())));
    }

    /// <summary>A context outside the server: command line and migrations.</summary>
    public static GildeDb Open(Settings settings)
    {
        if (settings.IsPostgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresGildeDb>();
            PostgresGildeDb.Configure(Configure(postgres), settings.Database);
            return new PostgresGildeDb(postgres.Options);
        }
        var options = new DbContextOptionsBuilder<SqliteGildeDb>();
        SqliteGildeDb.Configure(Configure(options), settings.Database);
        return new SqliteGildeDb(options.Options);
    }

    private static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, IServiceProvider? services = null) =>
        services is null ? options : options.AddInterceptors(services.GetRequiredService<EventSignalInterceptor>());

    /// <summary>The keys that protect cookies lie in the database, so that every web node reads what another wrote.</summary>
    private sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            return scope.ServiceProvider.GetRequiredService<GildeDb>().ProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse).ToList();
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
            db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            db.SaveChangesAsync().GetAwaiter().GetResult();
        }
    }
}

/// <summary>A key of ASP.NET Core data protection.</summary>
public sealed class ProtectionKey
{
    public long Id { get; private set; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

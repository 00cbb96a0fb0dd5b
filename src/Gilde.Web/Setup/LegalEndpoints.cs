namespace Gilde.Web.Setup;

internal static class LegalEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/imprint", (Viewer viewer, TheNetwork network) => Pages.Show<ImprintPage>(new { Viewer = viewer, Imprint = network.Current.Imprint }));
        app.For(Access.Anyone).Get("/privacy", (Viewer viewer, TheNetwork network, Settings settings) =>
            Pages.Show<PrivacyPage>(new { Viewer = viewer, Own = network.Current.PrivacyNotice, Imprint = network.Current.Imprint, HasRelay = settings.Relay is not null }));
    }
}

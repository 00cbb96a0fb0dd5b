global using Gilde.Web.Tests.Host;
global using Xunit;

# The portal of LemonLDAP::NG behind Plack's own server, on any free port of this machine; prints the port when it listens.
# Called by lemonldap.ts. The configuration names the portal as %SERVERENV:DCRH_PORTAL%, so that it can follow the port.
use strict;
use warnings;
use IO::Socket::INET;
use HTTP::Server::PSGI;

# The portal loads the drawing of captchas even where it shows none; the libraries for it are left out.
BEGIN { $INC{'GD/SecurityImage.pm'} = __FILE__ }

$| = 1;
my $socket = IO::Socket::INET->new( LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 128, ReuseAddr => 1 )
  or die "no port: $!";
my $origin = 'http://127.0.0.1:' . $socket->sockport;
$ENV{DCRH_PORTAL} = "$origin/";

require Lemonldap::NG::Portal::Main;
my $portal = Lemonldap::NG::Portal::Main->run( {} );

# What a web server tells a portal that it serves at its root.
my $app = sub {
    my ($env) = @_;
    $env->{REQUEST_URI} ||= '/';
    return $portal->($env);
};
print "Listening on: $origin\n";
HTTP::Server::PSGI->new( listen_sock => $socket )->run($app);
